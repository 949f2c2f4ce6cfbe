import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { copyOf, restoredFrom } from '#test/support/copied-office.ts';
import { communeOf, enrol, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';

const base = temporaryFolder();

const exportTo = async (office: Office, name: string): Promise<string> =>
  (await office.ask('package.export', { file: join(base, `${name}.hgpkg`) })).file;

const stateOf = async (office: Office, officeId: string): Promise<string> => (await office.ask('state.hash', { officeId })).hash;

const rename = async (office: Office, teamId: string, name: string): Promise<void> => {
  await office.ask('record.put', { kind: 'team', lines: [{ id: teamId, name }] });
};

describe('two districts and their province', () => {
  let files: readonly string[];
  let ends: readonly [string, string];
  let provinces: readonly Office[];

  beforeAll(async () => {
    const province = await setUpOffice(base, '66');
    const [a, b] = [await setUpOffice(base, '654'), await setUpOffice(base, '651')];
    await enrol(province, a);
    await enrol(province, b);
    const made: string[] = [];
    for (const [name, office, commune] of [
      ['a', a, '24502'],
      ['b', b, '24373'],
    ] as const) {
      const { teamId, mediatorIds } = await enterTeam(office, commune, threeMembers);
      made.push(await exportTo(office, `${name}1`));
      await rename(office, teamId, 'Tổ hòa giải thôn Một');
      await office.ask('record.remove', { kind: 'membership', id: mediatorIds[1] ?? '', reason: 'nhập nhầm' });
      made.push(await exportTo(office, `${name}2`));
      await office.ask('record.restore', { kind: 'membership', id: mediatorIds[1] ?? '' });
      await enterTeam(office, commune, threeMembers);
      made.push(await exportTo(office, `${name}3`));
    }
    files = made;
    ends = [await stateOf(a, '654'), await stateOf(b, '651')];
    provinces = [province, ...(await Promise.all(['p2', 'p3', 'p4'].map((name) => copyOf(base, province, name))))];
  });

  const ordersOf = (): readonly (readonly string[])[] => {
    const [a1, a2, a3, b1, b2, b3] = files as [string, string, string, string, string, string];
    return [
      [a1, a2, a3, b1, b2, b3],
      [b3, a2, a3, b1, a1, b2],
      [a3, a3, b2, b3, a3, b1, a1, a2],
      [a3, b3],
    ];
  };

  test('the province ends in the same state by any order, with repetitions, and from the third package alone', async () => {
    for (const [index, order] of ordersOf().entries()) {
      const province = provinces[index] as Office;
      const results = await province.ask('merge.apply', { files: [...order] });
      expect(results.map((one) => one.failure)).toEqual(order.map(() => null));
      expect([await stateOf(province, '654'), await stateOf(province, '651')]).toEqual(ends);
    }
    const [first, ...others] = await Promise.all(
      provinces.map((one) => one.ask('record.list', { kind: 'membership', includeRemoved: true })),
    );
    for (const other of others) expect(other).toEqual(first);
  });

  test('all files again change nothing', async () => {
    for (const province of provinces.slice(0, 3)) {
      const results = await province.ask('merge.apply', { files: [...files].reverse() });
      expect(results.map((one) => one.status)).toEqual(files.map(() => 'already-received'));
    }
  });

  test('one bad file does not hinder the others', async () => {
    const bad = join(base, 'bad.hgpkg');
    copyFileSync(`${(provinces[0] as Office).folder}/keys.json`, bad);
    const results = await (provinces[3] as Office).ask('merge.apply', {
      files: [join(base, 'nowhere.hgpkg'), bad, files[0] ?? ''],
    });
    expect(results.map((one) => one.failure?.code ?? one.status)).toEqual(['file-missing', 'package-form', 'applied']);
  });
});

describe('preview and apply', () => {
  test('the preview is the real join, keeps nothing, and apply refuses when it would do something else', async () => {
    const province = await setUpOffice(base, '66');
    const district = await setUpOffice(base, '654');
    await enrol(province, district);
    const { teamId } = await enterTeam(district, communeOf['654'] ?? '', threeMembers);
    const first = await exportTo(district, 'preview-1');
    await rename(district, teamId, 'Tổ hòa giải thôn Hai');
    const second = await exportTo(district, 'preview-2');

    const empty = await stateOf(province, '654');
    const [shown] = await province.ask('merge.preview', { files: [second] });
    expect(await stateOf(province, '654')).toBe(empty);
    expect((await province.ask('team.list', {})).total).toBe(0);
    expect(shown?.items.find((item) => item.change === 'added' && item.id.startsWith('person/'))).toMatchObject({
      title: 'Người: Trần Văn Bình',
    });

    await province.ask('merge.apply', { files: [first] });
    const [stale] = await province.ask('merge.apply', { files: [second], diffHash: shown?.diffHash ?? '' });
    expect(stale).toMatchObject({ status: 'refused', failure: { code: 'preview-outdated' } });
    expect((await province.ask('inbox.list', {})).map((entry) => entry.status)).toEqual(['applied']);

    const [fresh] = await province.ask('merge.preview', { files: [second] });
    expect(fresh?.items).toMatchObject([
      { id: `team/${teamId}/name`, change: 'changed', old: 'Tổ hòa giải thôn 1', new: 'Tổ hòa giải thôn Hai' },
    ]);
    const [applied] = await province.ask('merge.apply', { files: [second], diffHash: fresh?.diffHash ?? '' });
    expect(applied).toMatchObject({ status: 'applied', items: fresh?.items });
    expect(applied?.importId).toMatch(/^[0-9a-f-]{36}$/);
    expect((await province.ask('record.history', { kind: 'team', id: teamId })).map((entry) => entry.fields[0]?.after)).toContain(
      'Tổ hòa giải thôn Hai',
    );
  });

  test('what a person leaves out stays out with all that refers to it, and comes up again with the next package', async () => {
    const province = await setUpOffice(base, '66');
    const district = await setUpOffice(base, '654');
    await enrol(province, district);
    await enterTeam(district, communeOf['654'] ?? '', threeMembers);
    const first = await exportTo(district, 'leave-1');
    const [shown] = await province.ask('merge.preview', { files: [first] });
    const person = shown?.items.find((item) => item.title === 'Người: Lê Thị Hoa');

    const [without] = await province.ask('merge.preview', { files: [first], leaveOut: [person?.id ?? ''] });
    expect(without?.diffHash).not.toBe(shown?.diffHash);
    expect(new Set(without?.setAside.map((one) => one.kind))).toEqual(new Set(['person', 'membership']));
    const [applied] = await province.ask('merge.apply', { files: [first], leaveOut: [person?.id ?? ''] });
    expect(applied).toMatchObject({ status: 'applied', stateHashMatches: null, itemCount: 5 });
    expect((await province.ask('mediator.list', {})).total).toBe(2);

    const receipt = await province.ask('receipt.issue', { officeId: '654', file: join(base, 'leave.hgack') });
    await district.ask('receipt.receive', { file: receipt.file });
    expect((await district.ask('mediator.list', {})).total).toBe(3);

    const second = await exportTo(district, 'leave-2');
    const [again] = await province.ask('merge.apply', { files: [second] });
    expect(again).toMatchObject({ status: 'applied', itemCount: 2, setAside: [], stateHashMatches: true });
    expect((await province.ask('mediator.list', {})).total).toBe(3);
    expect((await province.ask('state.hash', { officeId: '654' })).hash).toBe((await district.ask('state.hash', {})).hash);
  });

  test('findings that the merge brings are named', async () => {
    const province = await setUpOffice(base, '66');
    const district = await setUpOffice(base, '654');
    await enrol(province, district);
    await enterTeam(district, communeOf['654'] ?? '', threeMembers.slice(0, 1));
    const [shown] = await province.ask('merge.preview', { files: [await exportTo(district, 'finding')] });
    expect(shown?.findings.map((finding) => finding.rule)).toContain('team-too-few-members');
  });
});

describe('two PCs of one office', () => {
  test('exchange packages, a value changed in both is a conflict everywhere, and everybody ends alike', async () => {
    const province = await setUpOffice(base, '66');
    const one = await setUpOffice(base, '654');
    await enrol(province, one);
    const { teamId } = await enterTeam(one, communeOf['654'] ?? '', threeMembers);
    await province.ask('merge.apply', { files: [await exportTo(one, 'pc1-1')] });

    const two = await setUpOffice(base, '654');
    const request = await two.ask('enrol.request', { file: join(base, 'second.hgreq') });
    expect(await province.ask('enrol.inspectRequest', { file: request.file })).toMatchObject({ known: 'second-installation' });
    const grant = { file: request.file, fingerprint: request.fingerprint, out: join(base, 'second.hgcert') };
    expect(await province.fail('enrol.grant', grant)).toMatchObject({ code: 'installation-needs-confirmation' });
    await enrol(province, two, { second: true, withState: true });
    expect(await stateOf(two, '654')).toBe(await stateOf(one, '654'));

    await rename(one, teamId, 'Tổ hòa giải thôn Một');
    await rename(two, teamId, 'Tổ hòa giải thôn 01');
    const [fromOne, fromTwo] = [await exportTo(one, 'pc1-2'), await exportTo(two, 'pc2-1')];
    // the first PC does not know the second yet, nor writes for it: the new trust list comes with the next receipt
    const [early] = await one.ask('merge.apply', { files: [fromTwo] });
    expect(early).toMatchObject({ status: 'refused', failure: { code: 'package-unknown-key' } });
    expect(await two.ask('merge.apply', { files: [fromOne] })).toMatchObject([
      { status: 'refused', failure: { code: 'package-not-for-us' } },
    ]);

    const merged = await province.ask('merge.apply', { files: [fromTwo, fromOne] });
    expect(merged.map((result) => result.conflicts)).toEqual([[], [{ kind: 'team', id: teamId, field: 'name' }]]);
    const receipt = await province.ask('receipt.issue', { officeId: '654', file: join(base, 'both.hgack') });
    expect(await one.ask('receipt.receive', { file: receipt.file })).toMatchObject({
      confirmedSeq: 2,
      complete: true,
      taken: { conflict: 1 },
    });
    expect(await two.ask('receipt.receive', { file: receipt.file })).toMatchObject({ confirmedSeq: 1, complete: true });
    const hashes = await Promise.all([one, two, province].map((office) => stateOf(office, '654')));
    expect(new Set(hashes).size).toBe(1);
    const views = await Promise.all([one, two, province].map((office) => office.ask('record.get', { kind: 'team', id: teamId })));
    expect(views.map((view) => view.conflictFields)).toEqual([['name'], ['name'], ['name']]);

    await rename(two, teamId, 'Tổ hòa giải thôn Một');
    const [decided] = await one.ask('merge.apply', { files: [await exportTo(two, 'pc2-2')] });
    expect(decided?.status).toBe('applied');
    expect((await one.ask('record.get', { kind: 'team', id: teamId })).conflictFields).toEqual([]);
  });
});

describe('a PC that was brought back', () => {
  test('starts a new epoch, the preview names what it lacks, the receipt brings it back', async () => {
    const province = await setUpOffice(base, '66');
    const district = await setUpOffice(base, '654');
    await enrol(province, district);
    const { teamId } = await enterTeam(district, communeOf['654'] ?? '', threeMembers);
    const backup = join(base, 'old.hgbackup');
    await district.ask('workspace.backup', { file: backup });
    await rename(district, teamId, 'Tổ hòa giải thôn Ba');
    const { teamId: later } = await enterTeam(district, communeOf['654'] ?? '', threeMembers);
    await province.ask('merge.apply', { files: [await exportTo(district, 'before-loss')] });

    const restored = await restoredFrom(base, backup, 'restored');
    expect((await restored.ask('status.get', {})).unsentChanges).toBe(7);
    // an answer made before the province knows of the loss counts on what is no longer there: nothing of it may be believed
    const early = await province.ask('receipt.issue', { officeId: '654', file: join(base, 'early.hgack') });
    const partly = await restored.ask('receipt.receive', { file: early.file });
    expect(partly).toMatchObject({ status: 'applied', complete: false });
    expect((await restored.ask('team.list', {})).total).toBe(1);

    await enterTeam(restored, communeOf['654'] ?? '', threeMembers);
    const [merged] = await province.ask('merge.apply', { files: [await exportTo(restored, 'after-loss')] });
    expect(merged).toMatchObject({ status: 'applied', seq: 1, missing: [], counts: { added: 7, removed: 0 } });
    expect(merged?.senderLacks.map((one) => one.id)).toEqual(expect.arrayContaining([teamId, later]));
    const receipt = await province.ask('receipt.issue', { officeId: '654', file: join(base, 'back.hgack') });
    expect(await restored.ask('receipt.receive', { file: receipt.file })).toMatchObject({
      complete: true,
      confirmedSeq: 1,
      taken: { added: 7, changed: 1 },
    });
    expect(await stateOf(restored, '654')).toBe(await stateOf(province, '654'));
    expect((await restored.ask('record.get', { kind: 'team', id: teamId })).values.name).toBe('Tổ hòa giải thôn Ba');
    expect((await restored.ask('record.history', { kind: 'team', id: later })).length).toBeGreaterThan(0);
  });

  test('and that nobody told so: it finds out from the first file that knows more of it, before it writes a number twice', async () => {
    const province = await setUpOffice(base, '66');
    const district = await setUpOffice(base, '654');
    await enrol(province, district);
    await enterTeam(district, communeOf['654'] ?? '', threeMembers);
    const copy = await copyOf(base, district, 'silent-copy');
    await enterTeam(district, communeOf['654'] ?? '', threeMembers);
    const sent = await exportTo(district, 'original');
    const before = await copy.ask('workspace.summary', {});
    expect(await copy.ask('merge.apply', { files: [sent] })).toMatchObject([{ status: 'applied', counts: { added: 7 } }]);
    const after = await copy.ask('workspace.summary', {});
    expect([before.epoch?.split('-')[0], after.epoch?.split('-')[0]]).toEqual(['1', '2']);
    expect(await stateOf(copy, '654')).toBe(await stateOf(district, '654'));

    await enterTeam(copy, communeOf['654'] ?? '', threeMembers);
    await enterTeam(district, communeOf['654'] ?? '', threeMembers);
    const results = await province.ask('merge.apply', {
      files: [await exportTo(copy, 'copy-2'), await exportTo(district, 'original-2')],
    });
    expect(results.map((one) => one.status)).toEqual(['applied', 'applied']);
    expect((await province.ask('team.list', {})).total).toBe(4);
  });

  test('and that wrote the same numbers again raises the fork alarm at the province', async () => {
    const province = await setUpOffice(base, '66');
    const district = await setUpOffice(base, '654');
    await enrol(province, district);
    await enterTeam(district, communeOf['654'] ?? '', threeMembers);
    const copy = await copyOf(base, district, 'clone');
    await enterTeam(district, communeOf['654'] ?? '', threeMembers);
    await enterTeam(copy, communeOf['654'] ?? '', threeMembers);
    const [first, clone] = [await exportTo(district, 'fork-1'), await exportTo(copy, 'fork-2')];
    await province.ask('merge.apply', { files: [first] });
    const before = await stateOf(province, '654');
    const [result] = await province.ask('merge.apply', { files: [clone] });
    expect(result).toMatchObject({ status: 'refused', failure: { code: 'package-fork' }, office: '654', seq: 1 });
    expect(await stateOf(province, '654')).toBe(before);
  });
});
