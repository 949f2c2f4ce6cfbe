import { randomBytes, randomUUID } from 'node:crypto';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeAgeKey } from '#engine/age.ts';
import { containerLimit } from '#engine/exchange/archive.ts';
import { checkRevocation, openSeal } from '#engine/exchange/open-container.ts';
import { failureOf } from '#engine/failure.ts';
import { makeSigningKey } from '#engine/minisign.ts';
import { failureExits, type FailureCode } from '#shared/contract/failure.ts';
import { contentOf, enrolByHand, makePackage, type Change, type Sender, type Twist } from '#test/support/hand-made-sender.ts';
import { communeOf, enrol, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';

const base = temporaryFolder();
let province: Office;
let district: Office;
let sender: Sender;

beforeAll(async () => {
  province = await setUpOffice(base, '66');
  district = await setUpOffice(base, '654');
  await enrol(province, district);
  await enterTeam(district, communeOf['654'] ?? '', threeMembers);
  const sent = await district.ask('package.export', { folder: base });
  await province.ask('merge.apply', { files: [sent.file] });
  sender = await enrolByHand(province, base, '651');
});

const teamId = randomUUID();
const team: Change = { kind: 'team', id: teamId, field: 'name', value: 'Tổ hòa giải thôn 1' };
const changes = [team, { ...team, field: 'communeId', value: '24373' }];

/** Everything that a refusal must leave as it was. */
const booksOf = async (office: Office): Promise<unknown> => ({
  hashes: [await office.ask('state.hash', { officeId: '654' }), await office.ask('state.hash', { officeId: '651' })],
  imports: await office.ask('imports.list', {}),
  trust: await office.ask('trust.show', {}),
  mediators: await office.ask('mediator.list', {}),
});

const bring = (bytes: Uint8Array): string => {
  const file = join(base, `${randomBytes(4).toString('hex')}.hgpkg`);
  writeFileSync(file, bytes);
  return file;
};

/** Previews and applies a file, expects the refusal in both, in the inbox with its sentence, and the books untouched. */
const expectRefused = async (code: FailureCode, file: string): Promise<void> => {
  const before = await booksOf(province);
  const [preview] = await province.ask('merge.preview', { files: [file] });
  expect(preview).toMatchObject({ status: 'refused', failure: { code } });
  const [applied] = await province.ask('merge.apply', { files: [file] });
  expect(applied).toMatchObject({ status: 'refused', failure: { code } });
  expect(applied?.message).toMatch(/\p{L}.*\.$/u);
  expect(failureExits[code]).toBe(3);
  expect(await booksOf(province)).toEqual(before);
  const listed = (await province.ask('inbox.list', {})).filter((entry) => file.endsWith(entry.fileName));
  expect(listed).toMatchObject([{ status: 'refused', code, message: applied?.message }]);
};

const expectTwistRefused = async (code: FailureCode, twist: Twist, content = contentOf(sender, changes)): Promise<void> =>
  expectRefused(code, bring((await makePackage(sender, content, [], twist)).bytes));

const otherReplica = `${'d'.repeat(16)}.1-${'0'.repeat(16)}`;

describe('a file is refused with a reason of its own, listed in the inbox, and changes nothing', () => {
  test('too large', async () => {
    const file = bring(new Uint8Array());
    truncateSync(file, containerLimit + 1);
    await expectRefused('package-too-large', file);
  });

  test('not a package', () => expectRefused('package-form', bring(Buffer.from('PK hello'))));

  test('a key that is not in the trust list', () =>
    expectTwistRefused('package-unknown-key', { signing: makeSigningKey((size) => new Uint8Array(randomBytes(size))) }));

  test('a signature by another key under the same key id', () => {
    const other = makeSigningKey((size) => new Uint8Array(randomBytes(size)));
    return expectTwistRefused('package-signature', { signing: { ...other, keyId: sender.signing.keyId } });
  });

  test('an envelope that is not its own canonical form', () =>
    expectTwistRefused('package-envelope', { text: (text) => text.replace('{', '{ ') }));
  test('an envelope that names a field twice', () =>
    expectTwistRefused('package-envelope', { text: (text) => text.replace('"seq":1', '"seq":1,"seq":1') }));
  test('an envelope with half a character', () =>
    expectTwistRefused('package-envelope', { text: (text) => text.replace('Người Thử', '\\ud800') }));
  test('an envelope that is no JSON', () => expectTwistRefused('package-envelope', { text: () => 'x' }));
  test('an envelope without a field', () => expectTwistRefused('package-envelope', { envelope: { counts: undefined } }));
  test('a trusted comment that says something else', () =>
    expectTwistRefused('package-envelope', { comment: 'hgpkg 1 package 654 x 1 1' }));
  test('a list of earlier packages with a hole', () => expectTwistRefused('package-envelope', { envelope: { seq: 3 } }));
  test('a format that is too new', () => expectTwistRefused('package-too-new', { envelope: { minReader: 3 } }));
  test('an office that is not the key’s', () => expectTwistRefused('package-key-office', { envelope: { office: '654' } }));
  test('an installation that is not the key’s', () =>
    expectTwistRefused('package-key-office', { envelope: { installId: '0'.repeat(16) } }));

  test('a context that names an installation which the office does not have', () =>
    expectTwistRefused('package-office-untrusted', {
      envelope: { context: { [otherReplica]: { n: 1, logHash: '0'.repeat(64) } } },
    }));

  test('a record that belongs to another office, after others that were fine', async () => {
    const [theirs] = (await province.ask('team.list', {})).rows;
    const fine: Change = { ...team, kind: 'decision', id: randomUUID(), field: 'number', value: '12/QĐ-UBND' };
    await expectTwistRefused('package-office-untrusted', {}, contentOf(sender, [fine, { ...team, id: theirs?.id ?? '' }]));
  });

  test('another kind of file', async () => {
    const { file } = await province.ask('receipt.issue', { officeId: '654', folder: base });
    await expectRefused('package-wrong-kind', file);
  });

  test('written for somebody else', async () =>
    expectTwistRefused('package-not-for-us', { envelope: { recipients: ['0'.repeat(16)] } }));
  test('a payload that is not the one signed for', () =>
    expectTwistRefused('package-ciphertext', { envelope: { payloadHash: '0'.repeat(64) } }));
  test('a payload that says it is for us and is not', async () =>
    expectTwistRefused('package-decrypt', { encryptFor: [(await makeAgeKey()).recipient] }));
  test('a payload that is not age', () =>
    expectTwistRefused('package-decrypt', { payload: Buffer.from('age-encryption.org/v1\n-> scrypt x 18\n---') }));

  test('a manifest of another package', () =>
    expectTwistRefused('package-manifest', { manifest: (text) => text.replace('"seq":1', '"seq":2') }));
  test('a manifest with another hash', () =>
    expectTwistRefused('package-manifest', { manifest: (text) => text.replace(/"sha256":"./, '"sha256":"g') }));
  test('a file that the manifest does not name', () =>
    expectTwistRefused('package-manifest', { manifest: (text) => text.replace('log.jsonl', 'gol.jsonl') }));
  test('a missing log', () => expectTwistRefused('package-manifest', { files: { 'log.jsonl': undefined } }));

  test('a state line that is not canonical', () =>
    expectTwistRefused('package-schema', { files: { 'state.jsonl': '{"kind": "team"}\n' } }));
  test('a state without its last line end', () => expectTwistRefused('package-schema', { files: { 'state.jsonl': 'x' } }));
  test('a log that is cut off', () =>
    expectTwistRefused('package-schema', { files: { 'log.jsonl': '' }, envelope: { counts: { team: 2 } } }));
  test('counts that are not those of the state', () =>
    expectTwistRefused('package-schema', { envelope: { counts: { team: 2 } } }));
  test('a state with another hash than the envelope', () =>
    expectTwistRefused('package-state-hash', { envelope: { stateHash: '0'.repeat(64) } }));

  test('a broken chain', () => {
    const content = contentOf(sender, changes);
    return expectTwistRefused('package-schema', {}, { ...content, log: [...content.log].reverse() });
  });

  test('a value that is not the one logged', () => {
    const content = contentOf(sender, changes);
    const [record] = content.records;
    const records = [
      { ...record, kind: 'team', id: teamId, fields: { ...record?.fields, name: [[sender.replica, 1, 'Tổ khác'] as const] } },
    ];
    return expectTwistRefused('package-schema', {}, { ...content, records });
  });

  test('a change beyond what the context says', () => {
    const content = contentOf(sender, changes);
    return expectTwistRefused(
      'package-schema',
      { envelope: { context: { [sender.replica]: { n: 1, logHash: content.hashes[0] } } } },
      content,
    );
  });

  test('a revoked key, for everything but its last accepted package', async () => {
    const { bytes, packageId } = await makePackage(sender, contentOf(sender, changes));
    const trusted = await province.ask('trust.show', {});
    const last = { revokedAt: '2019-12-03T00:00:00.000Z', replica: sender.replica, n: 2, logHash: '0'.repeat(64) };
    const listWith = (revokedId: string) => ({
      format: 1 as const,
      number: 9,
      previousHash: null,
      provinceOfficeId: '66',
      signingKeys: [sender.signing.publicKey],
      escrowRecipient: sender.age.recipient,
      offices: [
        {
          officeId: '651',
          name: 'x',
          tier: 'district' as const,
          unitId: '651',
          installations: [
            {
              installId: sender.installId,
              minisignPublicKey: sender.signing.publicKey,
              ageRecipient: sender.age.recipient,
              grantedAt: last.revokedAt,
              revoked: { ...last, packageId: revokedId },
            },
          ],
        },
      ],
    });
    expect(trusted?.offices.length).toBe(3);
    checkRevocation(openSeal(bytes, listWith(packageId)));
    const code = ((): string => {
      try {
        checkRevocation(openSeal(bytes, listWith('0'.repeat(64))));
        return 'passed';
      } catch (error) {
        return failureOf(error).code;
      }
    })();
    expect(code).toBe('package-revoked-key');
  });
});

describe('one epoch of an installation has one chain of packages', () => {
  test('any package is enough; late ones are taken; forks raise the alarm; damage is refused', async () => {
    const second = { ...team, field: 'note', value: 'Ghi chú' };
    const notes = ['Ghi chú 0', 'Ghi chú 1', 'Ghi chú 2'].map((value) => ({ ...second, value }));
    const whole = contentOf(sender, [...changes, ...notes]);
    // Salts are random, so every package cuts its log from the same one.
    const upTo = (count: number) => ({
      log: whole.log.slice(0, count),
      hashes: whole.hashes.slice(0, count),
      records: contentOf(sender, [...changes, ...notes].slice(0, count)).records,
    });
    const first = await makePackage(sender, upTo(3));
    const next = await makePackage(sender, upTo(4), [first.asEarlier]);
    const third = await makePackage(sender, upTo(5), [first.asEarlier, next.asEarlier]);
    const otherFirst = await makePackage(sender, upTo(3), [], { envelope: { approver: 'Khác' } });
    const otherThird = await makePackage(sender, upTo(5), [otherFirst.asEarlier, next.asEarlier]);

    const [applied] = await province.ask('merge.apply', { files: [bring(next.bytes)] });
    expect(applied).toMatchObject({ status: 'applied', seq: 2, missing: [1], stateHashMatches: true });

    await expectRefused('package-fork', bring(otherFirst.bytes));
    const [late] = await province.ask('merge.apply', { files: [bring(first.bytes)] });
    expect(late).toMatchObject({ status: 'applied', seq: 1, missing: [], items: [] });
    expect((await province.ask('state.hash', { officeId: '651' })).hash).toBe(applied?.stateHash);

    await expectRefused('package-fork', bring(otherThird.bytes));
    const clone = contentOf(sender, [...changes, second, second, second]);
    await expectRefused('package-fork', bring((await makePackage(sender, clone, [first.asEarlier, next.asEarlier])).bytes));
    const vanished = { ...upTo(5), records: [] };
    // the log tells of values that the state does not hold
    await expectRefused('package-schema', bring((await makePackage(sender, vanished, [first.asEarlier, next.asEarlier])).bytes));

    const [ended] = await province.ask('merge.apply', { files: [bring(third.bytes)] });
    expect(ended).toMatchObject({
      status: 'applied',
      seq: 3,
      missing: [],
      items: [{ field: 'note', old: 'Ghi chú 1', new: 'Ghi chú 2' }],
    });
    const [again] = await province.ask('merge.apply', { files: [bring(next.bytes)] });
    expect(again).toMatchObject({ status: 'already-received', seq: 2 });
  });

  test('a field whose value is not understood is set aside, the rest is taken, and it comes up again', async () => {
    const odd = await enrolByHand(province, base, '651');
    const id = randomUUID();
    const content = contentOf(odd, [
      { kind: 'team', id, field: 'name', value: 'Tổ hòa giải thôn 2' },
      { kind: 'team', id, field: 'fixedMemberCount', value: 'ba' },
      { kind: 'later-kind', id, field: 'anything', value: ['a'] },
    ]);
    const { bytes } = await makePackage(odd, content);
    const [result] = await province.ask('merge.apply', { files: [bring(bytes)] });
    expect(result).toMatchObject({
      status: 'applied',
      stateHashMatches: null,
      setAside: [{ kind: 'team', id, field: 'fixedMemberCount', reason: 'value-not-understood' }],
    });
    expect((await province.ask('record.get', { kind: 'team', id })).values).toEqual({ name: 'Tổ hòa giải thôn 2' });
  });
});
