import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { setUpOffice, temporaryFolder, type Office } from '#test/support/office.ts';
import { readAccount } from '#test/support/spreadsheets/account.ts';
import type { Expectation } from '#test/support/spreadsheets/expectation.ts';

const folder = fileURLToPath(new URL('../../fixtures/spreadsheets/', import.meta.url));
const files = readdirSync(folder).filter((name) => !name.endsWith('.json'));
const base = temporaryFolder();
let office: Office;

beforeAll(async () => {
  office = await setUpOffice(base, '654');
});

const expected = (name: string): Expectation => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Expectation;

const sorted = (sheets: Expectation['sheets']): unknown =>
  sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => ({ ...row, issues: [...row.issues].sort() })) }));

const legacyFonts = (name: string): boolean => /^(tcvn3|vni)-/.test(name) && !name.includes('without-font');

const booked = async (): Promise<number> => {
  const kinds = ['person', 'team', 'membership', 'trainer', 'residential-unit'] as const;
  const totals = await Promise.all(kinds.map((kind) => office.ask('record.list', { kind })));
  return totals.reduce((sum, { total }) => sum + total, 0);
};

describe('spreadsheets as communes make them', () => {
  test('are at least thirty, of all four formats, six and more in fonts from before Unicode', () => {
    expect(files.length).toBeGreaterThanOrEqual(40);
    expect(new Set(files.map((name) => name.slice(name.lastIndexOf('.') + 1)))).toEqual(new Set(['xlsx', 'xls', 'ods', 'csv']));
    expect(files.filter(legacyFonts).length).toBeGreaterThanOrEqual(8);
  });

  test.for(files)('%s: every cell is accounted for, the books get what was planned, and an undo leaves nothing', async (name) => {
    const wanted = expected(name);
    const input = { ...wanted.input, file: join(folder, name) };
    const { plan, sheets } = await readAccount(office, input);
    expect(sheets).toEqual(sorted(wanted.sheets));
    expect(
      sheets.flatMap((sheet) => Object.values(sheet.cells)).filter((fate) => fate.split(/; | \| /).every((part) => part === '')),
    ).toEqual([]);

    const done = await office.ask('import.run', { ...input, planHash: plan.planHash });
    expect(done.rows.map((row) => [row.outcome, row.values])).toEqual(plan.rows.map((row) => [row.outcome, row.values]));
    for (const row of done.rows) {
      if (row.outcome !== 'created') continue;
      const stored = await office.ask('record.get', {
        kind: row.kind === 'mediator' ? 'membership' : row.kind,
        id: row.id ?? '',
      });
      const values = stored.values as Readonly<Record<string, unknown>>;
      const person =
        values.personId === undefined
          ? {}
          : (await office.ask('record.get', { kind: 'person', id: values.personId as string })).values;
      expect({ ...person, ...values }).toMatchObject(row.values);
    }
    const again = await office.ask('import.plan', input);
    expect(again.rows.filter((row) => row.outcome === 'created').length).toBe(0);
    if (done.importId !== null) expect((await office.ask('import.undo', { importId: done.importId })).kept).toEqual([]);
    expect(await booked()).toBe(0);
  });
});
