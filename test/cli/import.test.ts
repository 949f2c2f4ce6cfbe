import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { shg } from '#test/support/command-line.ts';
import { password, temporaryFolder } from '#test/support/office.ts';
import { spreadsheet } from '#test/support/spreadsheet.ts';

const base = temporaryFolder();
const district = join(base, 'district');

beforeAll(() => {
  const made = shg(
    [
      ...['init', '-w', district, '--tier', 'district', '--unit', '654', '--as-of', '2019-12-01'],
      ...['--name', 'Phòng Tư pháp huyện Krông Pắc', '--user', 'Nguyễn Văn A', '--recovery-out', join(base, 'd.txt')],
    ],
    { password },
  );
  expect(made).toMatchObject({ code: 0 });
});

type Shown = {
  rows: {
    row: number;
    outcome: string;
    kind: string;
    id: string | null;
    issues: { code: string; field: string; message: string }[];
  }[];
  counts: Record<string, number>;
};
const run = (...args: readonly string[]): { readonly code: number; readonly shown: Shown } => {
  const result = shg(['import', '-w', district, ...args, '--json'], { password });
  return { code: result.code, shown: JSON.parse(result.stdout) as Shown };
};

const head = ['STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Dân tộc', 'Tổ hòa giải'];

describe('shg import', () => {
  test('says per row what happens, with exit 0 where nothing is refused', () => {
    const file = spreadsheet(base, 'good', {
      'Xã Ea Kly': [head, [1, 'Trần Văn Bình', 'Nam', 1965, 'Kinh', 'Tổ hòa giải thôn 1']],
    });
    const dry = run(file, '--dry-run');
    expect(dry).toMatchObject({
      code: 0,
      shown: { rows: [{ row: 2, outcome: 'created', kind: 'mediator', id: null, issues: [] }], counts: { created: 1, error: 0 } },
    });
    const done = run(file);
    expect(done).toMatchObject({ code: 0, shown: { rows: [{ row: 2, outcome: 'created' }] } });
    const listed = shg(['list', 'membership', '-w', district, '--json'], { password });
    expect((JSON.parse(listed.stdout) as { id: string }[]).map((one) => one.id)).toEqual([done.shown.rows[0]?.id]);
  });

  test('exits with 1 where rows are refused, takes in the others and writes the refused ones with their reasons', () => {
    const file = spreadsheet(base, 'mixed', {
      'Xã Ea Kly': [
        head,
        [1, 'Lê Thị Hoa', 'Nữ', 1970, 'Kinh', 'Tổ hòa giải thôn 1'],
        [2, 'Võ Minh Tâm', 'không rõ', 1980, 'Kinh', 'Tổ hòa giải thôn 1'],
      ],
    });
    const out = join(base, 'refused.xlsx');
    const { code, shown } = run(file, '--errors', out);
    expect(code).toBe(1);
    expect(shown.rows).toMatchObject([
      { row: 2, outcome: 'created' },
      { row: 3, outcome: 'error', id: null, issues: [{ code: 'code-unknown', field: 'sex' }] },
    ]);
    expect(existsSync(out)).toBe(true);
  });

  test('an import is listed and can be taken back', () => {
    const file = spreadsheet(base, 'undone', {
      'Xã Ea Kly': [head, [1, 'Phạm Thị Lan', 'Nữ', 1975, 'Kinh', 'Tổ hòa giải thôn 9']],
    });
    run(file);
    const listed = JSON.parse(shg(['import', '-w', district, '--list', '--json'], { password }).stdout) as { id: string }[];
    const shown = shg(['undo', '-w', district, listed[0]?.id ?? '', '--preview', '--json'], { password });
    expect([shown.code, JSON.parse(shown.stdout)]).toEqual([0, { removed: 3, restored: 0, kept: [] }]);
    const undone = shg(['undo', '-w', district, listed[0]?.id ?? '', '--json'], { password });
    expect([undone.code, JSON.parse(undone.stdout)]).toEqual([0, { removed: 3, restored: 0, kept: [] }]);
    expect(shg(['undo', '-w', district, listed[0]?.id ?? ''], { password }).code).toBe(1);
  });

  test('a wrong kind is wrong use, a file that is no spreadsheet is not accepted, a missing one cannot be opened', () => {
    expect(shg(['import', 'a.xlsx', '-w', district, '--kind', 'nobody'], { password }).code).toBe(2);
    expect(shg(['import', join(base, 'd.txt'), '-w', district], { password }).code).toBe(3);
    expect(shg(['import', join(base, 'none.xlsx'), '-w', district], { password }).code).toBe(4);
  });
});

describe('several files and mappings', () => {
  test('each file gets its result, a broken one stops no other, and the exit is the highest', () => {
    const good = spreadsheet(base, 'second', {
      'Xã Ea Phê': [head, [1, 'Hồ Văn Sáu', 'Nam', 1961, 'Kinh', 'Tổ hòa giải thôn 3']],
    });
    const broken = join(base, 'broken.xlsx');
    writeFileSync(broken, 'PK\u0003\u0004 nothing');
    const result = shg(['import', '-w', district, broken, good, '--json'], { password });
    const shown = JSON.parse(result.stdout) as { file: string; counts?: Shown['counts']; error?: { code: string } }[];
    expect([result.code, shown.map(({ file, error, counts }) => [file, error?.code, counts?.created])]).toEqual([
      3,
      [
        [broken, 'spreadsheet-unreadable', undefined],
        [good, undefined, 1],
      ],
    ]);
  });

  test('a mapping is saved, written for a colleague, read back and used from its file', () => {
    const file = spreadsheet(base, 'third', { 'Xã Ea Phê': [head, [1, 'Hồ Thị Bảy', 'Nữ', 1963, 'Kinh', 'Tổ hòa giải thôn 3']] });
    const out = join(base, 'mapping.json');
    const steps = [
      [file, '--dry-run', '--save-mapping', 'Mẫu xã'],
      ['--mapping', 'Mẫu xã', '--mapping-out', out],
      ['--mapping-in', out],
      [file, '--dry-run', '--mapping', out],
      ['--mappings'],
    ].map((args) => shg(['import', '-w', district, ...args, '--json'], { password }));
    expect(steps.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    expect((JSON.parse(steps.at(-1)?.stdout ?? '[]') as { name: string }[]).map(({ name }) => name)).toEqual(['Mẫu xã']);
    writeFileSync(out, '{"columns": 5}');
    expect(shg(['import', '-w', district, '--mapping-in', out], { password }).code).toBe(3);
  });
});
