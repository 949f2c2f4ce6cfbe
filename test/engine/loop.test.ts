import { join } from 'node:path';
import { expect, test } from 'vitest';
import { communeOf, enrol, enterTeam, setUpOffice, temporaryFolder, threeMembers } from '#test/support/office.ts';

const base = temporaryFolder();

test('a district types, exports; the province previews, applies, answers; the district shows received', async () => {
  const province = await setUpOffice(base, '66');
  const district = await setUpOffice(base, '654');
  await enrol(province, district);
  await enterTeam(district, communeOf['654'] ?? '', threeMembers);

  const sent = await district.ask('package.export', { folder: base });
  expect(sent.file).toBe(join(base, '654-2019-12-001.hgpkg'));
  const verified = await province.ask('package.verify', { file: sent.file, code: sent.code });
  expect(verified).toMatchObject({
    genuine: true,
    office: '654',
    seq: 1,
    packageId: sent.packageId,
    counts: { person: 3, membership: 3, team: 1 },
  });

  const [preview] = await province.ask('merge.preview', { files: [sent.file] });
  expect(preview).toMatchObject({
    status: 'preview',
    counts: { added: 7, changed: 0, removed: 0, conflict: 0 },
    stateHashMatches: true,
  });
  expect((await province.ask('state.hash', { officeId: '654' })).hash).not.toBe(sent.stateHash);

  const [applied] = await province.ask('merge.apply', { files: [sent.file], diffHash: preview?.diffHash ?? '' });
  expect(applied).toMatchObject({ status: 'applied', stateHash: sent.stateHash });
  expect((await province.ask('mediator.list', {})).rows.map((row) => row.fullName)).toEqual([
    'Trần Văn Bình',
    'Lê Thị Hoa',
    "H' Liên Niê",
  ]);
  const [again] = await province.ask('merge.apply', { files: [sent.file] });
  expect(again?.status).toBe('already-received');

  const receipt = await province.ask('receipt.issue', { officeId: '654', folder: base });
  expect((await district.ask('status.get', {})).lastPackage?.confirmedAt).toBeNull();
  expect(await district.ask('receipt.receive', { file: receipt.file })).toMatchObject({
    status: 'applied',
    number: 1,
    confirmedSeq: 1,
  });
  expect((await district.ask('status.get', {})).lastPackage?.confirmedAt).not.toBeNull();
});
