import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readArchive, writeArchive, type Entries } from '#engine/exchange/archive.ts';
import { makeSigningKey, signMinisig } from '#engine/minisign.ts';
import type { FailureCode } from '#shared/contract/failure.ts';
import { storedKinds } from '#shared/domain/kinds.ts';
import { wireFields, type WireType } from '#shared/exchange/wire.ts';
import { contentOf, enrolByHand, makePackage, type Change, type Twist } from '#test/support/hand-made-sender.ts';
import { assault, besiege, closedBooks, type Siege } from '#test/support/hostile-run.ts';
import { temporaryFolder, type Office } from '#test/support/office.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const base = temporaryFolder();
let siege: Siege;
let province: Office;
let district: Office;

beforeAll(async () => {
  siege = await besiege(base);
  ({ province, district } = siege);
});

const bring = (bytes: Uint8Array, ending = 'hgpkg'): string => {
  const file = join(base, `${randomBytes(4).toString('hex')}.${ending}`);
  writeFileSync(file, bytes);
  return file;
};

const entriesOf = (bytes: Buffer): Entries => readArchive(bytes) as Entries;

const stolen = (): Entries => entriesOf(siege.loot.genuine[0] as Buffer);

const commentOf = ({ signature }: Entries): string =>
  (Buffer.from(signature).toString('utf8').split('\n')[2] ?? '').replace('trusted comment: ', '');

/** Every file of a list is refused with its code by preview, apply and check; then all tables are what they were. */
const expectRefusals = async (hostile: readonly (readonly [FailureCode, string, Buffer])[]): Promise<void> => {
  const before = await closedBooks(province);
  for (const [code, name, bytes] of hostile) {
    const file = bring(bytes);
    const [preview] = await province.ask('merge.preview', { files: [file] });
    const [applied] = await province.ask('merge.apply', { files: [file] });
    expect([name, preview?.failure?.code, applied?.failure?.code]).toEqual([name, code, code]);
    expect(applied?.message).toMatch(/^\p{Lu}.*\.$/u);
  }
  expect(await closedBooks(province)).toEqual(before);
};

const twisted = async (twist: Twist, content = siege.loot.content): Promise<Buffer> =>
  (await makePackage(siege.loot.sender, content, [], twist)).bytes;

const signedBy = (entries: Entries, text: Uint8Array, comment: string, signing: Parameters<typeof signMinisig>[2]): Buffer =>
  writeArchive({ ...entries, envelope: text, signature: Buffer.from(signMinisig(text, comment, signing)) });

describe('an attacker', () => {
  test('swaps, re-signs and re-labels what he has stolen', async () => {
    const { sender, genuine } = siege.loot;
    const [first, second] = [stolen(), entriesOf(genuine[1] as Buffer)];
    const stranger = makeSigningKey((size) => new Uint8Array(randomBytes(size)));
    const text = Buffer.from(first.envelope).toString('utf8');
    const asOwn = text
      .replace(/"installId":"\w+"/, `"installId":"${sender.installId}"`)
      .replace('"office":"654"', '"office":"651"')
      .replace(/"epoch":"[^"]+"/, `"epoch":"${sender.epoch}"`);
    const relabelled = (named: string): Buffer =>
      signedBy(
        first,
        Buffer.from(named),
        commentOf(first).replace(/package .* /, `package 651 ${sender.installId} ${sender.epoch} `),
        sender.signing,
      );
    await expectRefusals([
      ['package-signature', 'envelope of another package', writeArchive({ ...first, envelope: second.envelope })],
      ['package-signature', 'signature of another package', writeArchive({ ...first, signature: second.signature })],
      ['package-ciphertext', 'payload of another package', writeArchive({ ...first, payload: second.payload })],
      [
        'package-key-office',
        'signed by another enrolled office',
        signedBy(first, first.envelope, commentOf(first), sender.signing),
      ],
      ['package-unknown-key', 'signed by a stranger', signedBy(first, first.envelope, commentOf(first), stranger)],
      [
        'package-signature',
        'signed by a stranger under a known key id',
        signedBy(first, first.envelope, commentOf(first), { ...stranger, keyId: sender.signing.keyId }),
      ],
      ['package-office-untrusted', 'as his own, context and all', relabelled(asOwn)],
      ['package-manifest', 'as his own, without the context', relabelled(asOwn.replace(/"context":\{[^}]*\}\}/, '"context":{}'))],
      [
        'package-form',
        'other comments',
        writeArchive({ ...first, signature: Buffer.from(Buffer.from(first.signature).toString().replace('Sổ', 'So')) }),
      ],
      ['package-form', 'a comment of the ZIP', Buffer.concat([writeArchive(first), Buffer.from('x')])],
    ]);
  });

  test('claims changes that never were', async () => {
    const { sender, content } = siege.loot;
    const n = content.log.length;
    const last = { n, logHash: content.hashes.at(-1) };
    const other = `${sender.installId}.2-${'0'.repeat(16)}`;
    const cut = { files: { 'log.jsonl': '' } };
    await expectRefusals([
      ['package-unproven', 'no log at all', await twisted(cut)],
      [
        'package-unproven',
        'another epoch',
        await twisted({ envelope: { context: { [sender.replica]: last, [other]: { n: 9, logHash: '0'.repeat(64) } } } }),
      ],
      [
        'package-schema',
        'further than the log',
        await twisted({ envelope: { context: { [sender.replica]: { ...last, n: 2 ** 52 } } } }),
      ],
      [
        'package-unproven',
        'a receipt that was never issued',
        await twisted({ ...cut, envelope: { newestReceipt: { number: 1, packageId: '0'.repeat(64) } } }),
      ],
      [
        'package-schema',
        'exceptions that cover a lost record',
        await twisted({
          files: { 'state.jsonl': '' },
          envelope: { counts: {}, exceptions: [{ kind: 'team', id: randomUUID(), field: 'name', context: {} }] },
        }),
      ],
    ]);
  });

  test('writes text that programs read differently', async () => {
    const broken = (path: string, make: (text: string) => string): Promise<Buffer> =>
      twisted({ change: (name, text) => (name === path ? make(text) : text) });
    const deep = '['.repeat(100_000);
    const cases = [];
    for (const path of ['state.jsonl', 'log.jsonl'])
      cases.push(
        [
          'package-schema',
          `${path}: __proto__`,
          await broken(path, (text) => text.replace('{', '{"__proto__":{"x":1},')),
        ] as const,
        ['package-schema', `${path}: deep`, await broken(path, (text) => `${deep}\n${text}`)] as const,
        [
          'package-schema',
          `${path}: 1e400`,
          await broken(path, (text) => text.replace(/,1,/, ',1e400,').replace('"n":1', '"n":1e400')),
        ] as const,
        ['package-schema', `${path}: twice`, await broken(path, (text) => text.replace('"kind"', '"kind":"x","kind"'))] as const,
        ['package-schema', `${path}: surrogate`, await broken(path, (text) => text.replace('Tổ', '\\ud800'))] as const,
        [
          'package-schema',
          `${path}: constructor`,
          await broken(path, (text) => text.replaceAll('"name"', '"constructor"')),
        ] as const,
        ['package-schema', `${path}: toString`, await broken(path, (text) => text.replaceAll('"team"', '"toString"'))] as const,
        [
          'package-schema',
          `${path}: capital id`,
          await broken(path, (text) => text.replace(/"id":"([^"]+)"/g, (all) => all.toUpperCase().replace('ID', 'id'))),
        ] as const,
      );
    await expectRefusals([
      ...cases,
      [
        'package-envelope',
        'envelope: deep',
        await twisted({ text: (text) => text.replace('{', `{"a":${deep}${']'.repeat(100_000)},`) }),
      ],
      ['package-envelope', 'envelope: __proto__', await twisted({ text: (text) => text.replace('{', '{"__proto__":{},') })],
      ['package-envelope', 'envelope: 1e400', await twisted({ text: (text) => text.replace('"seq":1', '"seq":1e400') })],
      [
        'package-envelope',
        'envelope: count of __proto__',
        await twisted({ text: (text) => text.replace('"counts":{', '"counts":{"__proto__":1,') }),
      ],
      ['package-envelope', 'envelope: huge counts', await twisted({ envelope: { counts: { team: 2 ** 53 } } })],
      ['package-manifest', 'manifest: twice', await twisted({ manifest: (text) => text.replace('"seq":1', '"seq":1,"seq":1') })],
      [
        'package-manifest',
        'manifest: a path',
        await twisted({ manifest: (text) => text.replace('"log.jsonl"', '"../log.jsonl"') }),
      ],
    ]);
  });

  test('sends text that is not UTF-8, signed and hashed as it should be', async () => {
    const { invalidPackage } = await import('#test/support/invalid-text.ts');
    await expectRefusals([
      ['package-schema', 'in the state', await invalidPackage(siege.loot, 'state.jsonl')],
      ['package-schema', 'in the log', await invalidPackage(siege.loot, 'log.jsonl')],
    ]);
  });

  test('sends any file to any door', async () => {
    const { file: receipt } = await province.ask('receipt.issue', { officeId: '654', folder: base });
    const request = await district.ask('enrol.request', { file: join(base, 'again.hgreq') });
    const { file: backup } = await district.ask('workspace.backup', { file: join(base, 'copy.hgbackup') });
    const files = [
      bring(siege.loot.genuine[1] as Buffer),
      receipt,
      request.file,
      backup,
      bring(randomBytes(5000)),
      bring(Buffer.alloc(0)),
      `${district.folder}.hgcert`,
    ];
    const before = [await closedBooks(province), await closedBooks(district)];
    const [hgpkg, hgack, hgreq, hgbackup, noise, empty, hgcert] = files as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const digits = '0000 '.repeat(8).trim();
    for (const file of [hgack, hgreq, hgbackup, noise, empty, hgcert])
      expect((await province.ask('merge.apply', { files: [file] }))[0]?.status).toBe('refused');
    for (const file of [hgpkg, hgreq, hgbackup, noise, empty, hgcert])
      expect((await district.fail('receipt.receive', { file })).code).toMatch(/^package-/);
    for (const file of [hgpkg, hgack, hgreq, hgbackup, noise, empty])
      expect((await district.fail('enrol.accept', { file, fingerprint: digits })).code).toMatch(/^package-/);
    for (const file of [hgpkg, hgack, hgbackup, noise, empty, hgcert])
      expect((await province.fail('enrol.grant', { file, fingerprint: digits, out: join(base, 'out.hgcert') })).code).toBe(
        'request-damaged',
      );
    for (const file of [hgpkg, hgack, hgreq, noise, empty, hgcert])
      expect((await district.fail('workspace.restore', { backup: file, folder: join(base, 'restored') })).code).toBe(
        'backup-damaged',
      );
    expect([await closedBooks(province), await closedBooks(district)]).toEqual(before);
  });

  test('changes any byte of a request, a grant or a backup', async () => {
    const request = readFileSync((await district.ask('enrol.request', { file: join(base, 'mine.hgreq') })).file);
    const grant = readFileSync(`${district.folder}.hgcert`);
    const backup = readFileSync((await district.ask('workspace.backup', { file: join(base, 'mine.hgbackup') })).file);
    const { openGrant } = await import('#engine/exchange/accept-grant.ts');
    const { readRequest } = await import('#engine/exchange/request-file.ts');
    const { checkBackup } = await import('#engine/backup-file.ts');
    const accepted: string[] = [];
    const attempt = (name: string, work: () => unknown): void => {
      try {
        work();
        accepted.push(name);
      } catch (error) {
        expect([name, (error as Error).name]).toEqual([name, 'EngineFailure']);
      }
    };
    const flip = (bytes: Buffer, at: number): Buffer => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      return changed;
    };
    for (let at = 0; at < request.length; at += 1) {
      attempt(`request ${at}`, () => readRequest(flip(request, at)));
      attempt(`request cut ${at}`, () => readRequest(request.subarray(0, at)));
    }
    const entries = entriesOf(grant);
    for (let at = 0; at < entries.envelope.length; at += 5)
      attempt(`grant ${at}`, () => openGrant(writeArchive({ ...entries, envelope: flip(Buffer.from(entries.envelope), at) })));
    const header = backup.indexOf(0x0a, 20);
    const file = join(base, 'changed.hgbackup');
    const checkBytes = (bytes: Uint8Array): unknown => {
      writeFileSync(file, bytes);
      return checkBackup(file);
    };
    for (let at = 0; at <= header; at += 3) attempt(`backup ${at}`, () => checkBytes(flip(backup, at)));
    for (let at = header; at < backup.length; at += 40_009) attempt(`backup ${at}`, () => checkBytes(flip(backup, at)));
    for (const size of [0, 11, 12, header, header + 1, backup.length - 1])
      attempt(`backup cut ${size}`, () => checkBytes(backup.subarray(0, size)));
    attempt('backup longer', () => checkBytes(Buffer.concat([backup, Buffer.from([0])])));
    expect(accepted).toEqual([]);
  });
});

describe('odd values', () => {
  const odd: Readonly<Record<WireType, readonly unknown[]>> = {
    text: [
      '',
      'constructor',
      '__proto__',
      '\u0000',
      '9999-99-99',
      '0',
      '../../x',
      "'; DROP TABLE record; --",
      '=1+1',
      '\u202eabc',
      'x'.repeat(20_000),
    ],
    list: [[], ['constructor'], ['__proto__', ''], Array.from({ length: 1000 }, (_, index) => String(index))],
    integer: [0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
    boolean: [true, false],
  };

  test('that version 1 allows in any field of any kind stop nothing: they are taken, listed, checked and sent on', async () => {
    const sender = await enrolByHand(province, base, '651');
    const changes: Change[] = [];
    for (const [kind, fields] of Object.entries(wireFields)) {
      if (kind === 'identity-link') continue;
      for (let round = 0; round < odd.text.length; round += 1) {
        const id = randomUUID();
        for (const [index, [field, type]] of Object.entries(fields).entries())
          changes.push({ kind, id, field, value: odd[type][(round + index) % odd[type].length] as Change['value'] });
      }
    }
    const { bytes } = await makePackage(sender, contentOf(sender, changes));
    const [result] = await province.ask('merge.apply', { files: [bring(bytes)] });
    expect(result).toMatchObject({ status: 'applied', setAside: [] });
    for (const { kind } of storedKinds) await province.ask('record.list', { kind });
    await province.ask('mediator.list', {});
    await province.ask('status.get', {});
    await province.ask('check.run', {});
    await province.ask('conflict.list', {});
    const issued = await province.ask('receipt.issue', { officeId: '651', folder: base });
    expect(issued.officeId).toBe('651');
  });
});

test('five hundred mutated files are refused, each with its reason, and the books stay as they were', async () => {
  const before = await closedBooks(province);
  const seed = 20261129;
  const tally = await assault(siege, base, seed, 500);
  expect(tally.accepted).toBe(0);
  expect(await closedBooks(province)).toEqual(before);
});
