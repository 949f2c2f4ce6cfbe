import { readFileSync } from 'node:fs';
import type { ImportInput, ImportPlan, ImportRow } from '#shared/contract/import-methods.ts';
import { importKinds } from '#shared/import/column-target.ts';
import { encodings } from '#shared/import/encoding.ts';
import { commandWords, say } from '#shared/text/command-words.vi.ts';
import { flag, list, string, UsageProblem, type Command, type Invocation, type Options } from './command.ts';
import { plainTable } from './plain-table.ts';

const oneOf = <const List extends readonly string[]>(
  allowed: List,
  name: string,
  value: string | undefined,
): List[number] | undefined => {
  if (value === undefined) return undefined;
  if (!allowed.includes(value)) throw new UsageProblem(`--${name} ${allowed.join('|')}`);
  return value;
};

/** A membership is typed together with its person: the same rows. */
const kindOf = (value: string | undefined) => oneOf(importKinds, 'kind', value === 'membership' ? 'mediator' : value);

/** A saved mapping by its name, or one from a file of JSON. */
const mappingOf = (value: string | undefined): Pick<ImportInput, 'mapping'> => {
  if (value === undefined) return {};
  if (!value.toLowerCase().endsWith('.json')) return { mapping: value };
  try {
    return { mapping: JSON.parse(readFileSync(value, 'utf8')) as ImportInput['mapping'] };
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageProblem(`--mapping ${commandWords.notText}`);
    throw error;
  }
};

const textsOf = (options: Options): readonly string[] => (options.set as readonly string[] | undefined) ?? [];

const defaultsOf = (options: Options): Record<string, string> =>
  Object.fromEntries(
    textsOf(options).map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UsageProblem('--set field=text');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );

const given = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [N in Name]?: Value };

const shownRow = (plan: ImportPlan, row: ImportRow): Record<string, unknown> => ({
  ...(plan.sheets.filter((sheet) => sheet.used).length > 1 ? { sheet: plan.sheets[row.sheet]?.name } : {}),
  row: row.row,
  ...(row.part > 1 ? { part: row.part } : {}),
  outcome: row.outcome,
  kind: row.kind,
  id: row.id,
  issues: row.issues.map(({ code, field, severity, message }) => ({ code, field, severity, message })),
  ...(row.candidates.length > 0 ? { candidates: row.candidates.map(({ id, reasons }) => ({ id, reasons })) } : {}),
});

const plain = (plan: ImportPlan, rows: readonly ImportRow[]): string =>
  [
    ...plan.sheets.map((sheet) =>
      [
        sheet.name,
        sheet.kind ?? sheet.reason ?? '',
        sheet.columns.map((column) => `${column.letter}=${column.target ?? '?'}`).join(' '),
      ].join(': '),
    ),
    plainTable(
      rows
        .filter((row) => row.issues.length > 0)
        .map((row) => [String(row.row), row.outcome, row.issues.map((issue) => issue.message).join(' ')]),
    ),
    Object.entries(plan.counts)
      .map(([outcome, count]) => `${outcome}: ${count}`)
      .join(', '),
  ].join('\n');

const isRefused = (row: ImportRow): boolean => row.outcome === 'error' || row.outcome === 'needs-decision';

const listImports = async ({ ask, show }: Invocation): Promise<number> => {
  const imports = await ask('import.list', {});
  show(imports, () =>
    plainTable(imports.map(({ id, at, fileName, authorName, undoneAt }) => [id, at, fileName, authorName, undoneAt ?? ''])),
  );
  return 0;
};

const run = async (invocation: Invocation): Promise<number> => {
  const { ask, positionals, options, text, show } = invocation;
  if (options.list === true) return listImports(invocation);
  const [file] = positionals;
  if (file === undefined) throw new UsageProblem(say(commandWords.usage, { usage: importCommand.usage }));
  const input = {
    file,
    ...given('sheet', text('sheet')),
    ...given('kind', kindOf(text('kind'))),
    ...given('communeId', text('commune')),
    ...given('encoding', oneOf(encodings, 'encoding', text('encoding'))),
    ...mappingOf(text('mapping')),
    defaults: defaultsOf(options),
    accept: [...((options.accept as readonly string[] | undefined) ?? [])],
  };
  const plan = await ask(options['dry-run'] === true ? 'import.plan' : 'import.run', input);
  const errors = text('errors');
  if (errors !== undefined) {
    const { file, rowCount } = await ask('import.writeErrors', { ...input, out: errors, rows: plan.rows });
    process.stderr.write(`${say(commandWords.refusedRows, { count: rowCount, file })}\n`);
  }
  const view = {
    ...('importId' in plan ? { importId: plan.importId } : {}),
    rows: plan.rows.map((row) => shownRow(plan, row)),
    counts: plan.counts,
    companions: plan.companions,
    sheets: plan.sheets,
    questions: plan.questions,
  };
  if (options.jsonl === true) for (const row of view.rows) process.stdout.write(`${JSON.stringify(row)}\n`);
  else show(view, () => plain(plan, plan.rows));
  return plan.rows.some(isRefused) ? 1 : 0;
};

export const importCommand: Command = {
  usage:
    'FILE -w DIR [--sheet NAME] [--kind KIND] [--commune CODE] [--mapping NAME|F.json] [--encoding unicode|tcvn3|vni] [--set field=text ...] [--accept CODE ...] [--dry-run] [--errors OUT.xlsx] | -w DIR --list',
  summary: 'Nhập bảng tính (.xlsx, .xls, .ods, .csv); mỗi dòng có kết quả',
  options: {
    sheet: string,
    kind: string,
    commune: string,
    mapping: string,
    encoding: string,
    set: list,
    accept: list,
    'dry-run': flag,
    errors: string,
    list: flag,
  },
  workspace: 'open',
  positionals: [0, 1],
  run,
};
