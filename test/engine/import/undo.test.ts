import { beforeEach, describe, expect, test } from 'vitest';
import { setUpOffice, temporaryFolder, type Office } from '#test/support/office.ts';
import { spreadsheet, type Rows } from '#test/support/spreadsheet.ts';

const base = temporaryFolder();
let office: Office;
let count = 0;

beforeEach(async () => {
  office = await setUpOffice(base, '654');
});

const file = (rows: Rows): string => spreadsheet(base, `undo-${(count += 1)}`, { 'Xã Ea Kly': rows });
const head = ['STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Điện thoại', 'Tổ hòa giải'];
const two: Rows = [
  head,
  [1, 'Trần Văn Bình', 'Nam', 1965, null, 'Tổ hòa giải thôn 1'],
  [2, 'Lê Thị Hoa', 'Nữ', 1970, null, 'Tổ hòa giải thôn 1'],
];

const stateOf = async (): Promise<unknown> => {
  const kinds = ['person', 'team', 'membership', 'residential-unit', 'decision'];
  return Promise.all(
    kinds.map(async (kind) => (await office.ask('record.list', { kind })).rows.map(({ id, values }) => ({ id, values }))),
  );
};

const importOf = async (rows: Rows): Promise<string> => (await office.ask('import.run', { file: file(rows) })).importId ?? '';

describe('undoing a whole import', () => {
  test('brings the books back as they were: what was added is removed, what was filled is empty again', async () => {
    await importOf(two);
    const before = await stateOf();
    const importId = await importOf([
      head,
      [1, 'Trần Văn Bình', 'Nam', 1965, '0905123456', 'Tổ hòa giải thôn 1'],
      [2, "H' Liên Niê", 'Nữ', 1980, null, 'Tổ hòa giải thôn 2'],
      [3, 'Trần Văn Bình', 'Nam', 1965, '0905123456', 'Tổ hòa giải thôn 1'],
    ]);
    expect(await stateOf()).not.toEqual(before);
    expect(await office.ask('import.undo', { importId })).toEqual({ removed: 3, restored: 1, kept: [] });
    expect(await stateOf()).toEqual(before);
    expect((await office.fail('import.undo', { importId })).code).toBe('import-undone');
    const [newest, oldest] = await office.ask('import.list', {});
    expect(newest).toMatchObject({ id: importId, authorName: 'Nguyễn Văn Thử', counts: { created: 1, updated: 1, same: 1 } });
    expect(newest?.undoneAt).not.toBeNull();
    expect(oldest?.undoneAt).toBeNull();
  });

  test('leaves alone and names what was changed, used or removed since', async () => {
    const importId = await importOf(two);
    const { rows } = await office.ask('mediator.list', {});
    const [binh, hoa] = rows;
    await office.ask('record.put', { kind: 'person', lines: [{ id: binh?.personId, phone: '0905000111' }] });
    await office.ask('record.remove', { kind: 'membership', id: hoa?.membershipId ?? '', reason: 'thử' });
    const before = await stateOf();
    const shown = await office.ask('import.previewUndo', { importId });
    expect(await stateOf()).toEqual(before);
    const done = await office.ask('import.undo', { importId });
    expect(shown).toEqual(done);
    expect((await office.fail('import.previewUndo', { importId })).code).toBe('import-undone');
    expect(done.removed).toBe(3);
    expect(done.kept.map(({ kind, title, reason, fields }) => ({ kind, title, reason, fields }))).toEqual([
      { kind: 'membership', title: expect.any(String) as string, reason: 'removed-later', fields: [] },
      { kind: 'person', title: 'Trần Văn Bình', reason: 'changed-later', fields: ['phone'] },
    ]);
    const people = await office.ask('record.list', { kind: 'person' });
    expect(people.rows.map((row) => row.values)).toEqual([
      { fullName: 'Trần Văn Bình', sex: 'male', birthDate: '1965', phone: '0905000111' },
    ]);
  });

  test('keeps a team to which somebody was added by hand, and the rest goes', async () => {
    const importId = await importOf(two);
    const [team] = (await office.ask('record.list', { kind: 'team' })).rows;
    await office.ask('record.put', {
      kind: 'mediator',
      lines: [{ fullName: 'Võ Minh Tâm', sex: 'male', birthDate: '1980', role: 'member', teamId: team?.id }],
    });
    const done = await office.ask('import.undo', { importId });
    expect(done.kept).toMatchObject([{ kind: 'team', id: team?.id, reason: 'used-later' }]);
    expect((await office.ask('mediator.list', {})).rows.map((row) => row.fullName)).toEqual(['Võ Minh Tâm']);
  });
});

describe('giving up', () => {
  test('leaves nothing, and other calls that came meanwhile are answered afterwards', async () => {
    const rows: Rows = [
      head,
      ...Array.from({ length: 600 }, (_, index) => [
        index + 1,
        `Trần Văn ${'Bcdg'[index % 4] ?? ''}${'aeiou'[index % 5] ?? ''}n`,
        'Nam',
        1940 + (index % 60),
        null,
        `Tổ hòa giải thôn ${index % 40}`,
      ]),
    ];
    const before = await stateOf();
    const aborter = new AbortController();
    const steps: string[] = [];
    let meanwhile: Promise<unknown> | undefined;
    const reply = await office.engine.call(
      'import.run',
      { file: file(rows) },
      {
        signal: aborter.signal,
        onProgress: ({ step, done }) => {
          steps.push(step);
          if (step !== 'write' || done === 0) return;
          meanwhile ??= office.ask('mediator.list', {});
          aborter.abort();
        },
      },
    );
    expect(reply).toEqual({ ok: false, failure: { code: 'cancelled' } });
    expect(new Set(steps)).toEqual(new Set(['read', 'plan', 'write']));
    expect(await meanwhile).toMatchObject({ total: 0 });
    expect(await stateOf()).toEqual(before);
    expect(await office.ask('import.list', {})).toEqual([]);
    await importOf(two);
    expect((await office.ask('mediator.list', {})).total).toBe(2);
  });
});

describe('mappings', () => {
  test('are saved under a name, found to fit the next file of the same form, and read its columns', async () => {
    const odd: Rows = [
      ['TT', 'Cán bộ', 'Họ và tên', 'Giới', 'Sinh', 'Thuộc'],
      [1, 'x', 'Trần Văn Bình', 'Nam', 1965, 'Tổ hòa giải thôn 1'],
    ];
    const path = file(odd);
    const [sheet] = (await office.ask('import.read', { file: path })).sheets;
    expect(sheet?.columns[5]?.target).toBeNull();
    const choices = { '0': { kind: 'mediator' as const, columns: { '1': null, '5': 'teamName' as const } } };
    const chosen = (await office.ask('import.read', { file: path, sheets: choices })).sheets[0]?.definition;
    if (chosen == null) throw new Error('no definition');
    await office.ask('import.saveMapping', { name: 'Mẫu của xã', definition: chosen });
    const next = file(odd);
    const read = await office.ask('import.read', { file: next, mapping: 'Mẫu của xã' });
    expect(read.fittingMappings).toEqual(['Mẫu của xã']);
    expect(read.sheets[0]?.columns.map((column) => column.target)).toEqual([
      'index',
      null,
      'fullName',
      'sex',
      'birthDate',
      'teamName',
    ]);
    expect((await office.ask('import.run', { file: next, mapping: 'Mẫu của xã' })).counts).toMatchObject({ created: 1 });
    expect((await office.fail('import.plan', { file: next, mapping: 'không có' })).code).toBe('mapping-not-found');
    await office.ask('import.removeMapping', { name: 'Mẫu của xã' });
    expect(await office.ask('import.listMappings', {})).toEqual([]);
  });
});
