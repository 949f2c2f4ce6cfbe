import { readFileSync } from 'node:fs';
import type { ImportInput, ImportPlan, ImportRow } from '#shared/contract/import-methods.ts';
import { failureExits } from '#shared/contract/failure.ts';
import { importKinds } from '#shared/import/column-target.ts';
import { encodings } from '#shared/import/encoding.ts';
import { commandWords, say } from '#shared/text/command-words.vi.ts';
import { messageOf } from '#shared/text/messages.vi.ts';
import { failureOf } from '#engine/failure.ts';
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
  ...(row.candidates.length > 0
    ? { candidates: row.candidates.map(({ id, reasons }) => ({ id, reasons: reasons.map(({ code }) => code) })) }
    : {}),
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

type Outcome = { readonly exit: number; readonly view: Record<string, unknown>; readonly plain: () => string };

const inputOf = ({ text, options }: Invocation, file: string): ImportInput => ({
  file,
  ...given('sheet', text('sheet')),
  ...given('kind', kindOf(text('kind'))),
  ...given('communeId', text('commune')),
  ...given('encoding', oneOf(encodings, 'encoding', text('encoding'))),
  ...mappingOf(text('mapping')),
  sheets: {},
  defaults: defaultsOf(options),
  accept: [...((options.accept as readonly string[] | undefined) ?? [])],
  decisions: [],
});

/** Saves how the first sheet of a file was understood. */
const saveMapping = async ({ ask, text }: Invocation, plan: ImportPlan): Promise<void> => {
  const name = text('save-mapping');
  const definition = plan.sheets.find((sheet) => sheet.used)?.definition;
  if (name !== undefined && definition != null) await ask('import.saveMapping', { name, definition });
};

const importOne = async (invocation: Invocation, file: string): Promise<Outcome> => {
  const { ask, options, text } = invocation;
  const input = inputOf(invocation, file);
  const plan = await ask(options['dry-run'] === true ? 'import.plan' : 'import.run', input);
  await saveMapping(invocation, plan);
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
  return { exit: plan.rows.some(isRefused) ? 1 : 0, view, plain: () => plain(plan, plan.rows) };
};

/** One of several files: what is wrong with it does not stop the others. */
const importAmongOthers = async (invocation: Invocation, file: string): Promise<Outcome> => {
  try {
    const { exit, view, plain: lines } = await importOne(invocation, file);
    return { exit, view: { file, ...view }, plain: () => `${file}\n${lines()}` };
  } catch (error) {
    if (error instanceof UsageProblem) throw error;
    const failed = failureOf(error);
    const message = messageOf(failed);
    return { exit: failureExits[failed.code], view: { file, error: { ...failed, message } }, plain: () => `${file}: ${message}` };
  }
};

const importSeveral = async (invocation: Invocation): Promise<number> => {
  const { positionals, options, text, show } = invocation;
  if (text('errors') !== undefined || text('save-mapping') !== undefined) throw new UsageProblem(commandWords.oneFileOnly);
  const outcomes: Outcome[] = [];
  for (const file of positionals) outcomes.push(await importAmongOthers(invocation, file));
  if (options.jsonl === true) for (const { view } of outcomes) process.stdout.write(`${JSON.stringify(view)}\n`);
  else
    show(
      outcomes.map(({ view }) => view),
      () => outcomes.map((outcome) => outcome.plain()).join('\n'),
    );
  return Math.max(...outcomes.map(({ exit }) => exit));
};

const handleMappings = async ({ ask, options, text, show }: Invocation): Promise<number | undefined> => {
  const taken = text('mapping-in');
  const out = text('mapping-out');
  if (options.mappings === true) {
    const mappings = await ask('import.listMappings', {});
    show(mappings, () => plainTable(mappings.map(({ name, savedAt, authorName }) => [name, savedAt, authorName])));
  } else if (taken !== undefined) {
    const mapping = await ask('import.readMapping', { file: taken, replace: options.replace === true });
    show(mapping, () => mapping.name);
  } else if (out !== undefined) {
    const name = text('mapping');
    if (name === undefined) throw new UsageProblem('--mapping NAME --mapping-out F.json');
    const written = await ask('import.writeMapping', { name, out });
    show(written, () => written.file);
  } else return undefined;
  return 0;
};

const run = async (invocation: Invocation): Promise<number> => {
  const { positionals, options, show } = invocation;
  if (options.list === true) return listImports(invocation);
  const handled = await handleMappings(invocation);
  if (handled !== undefined) return handled;
  const [file] = positionals;
  if (file === undefined) throw new UsageProblem(say(commandWords.usage, { usage: importCommand.usage }));
  if (positionals.length > 1) return importSeveral(invocation);
  const { exit, view, plain: lines } = await importOne(invocation, file);
  if (options.jsonl === true) for (const row of view.rows as readonly unknown[]) process.stdout.write(`${JSON.stringify(row)}\n`);
  else show(view, lines);
  return exit;
};

export const importCommand: Command = {
  usage:
    'FILE... -w DIR [--sheet NAME] [--kind KIND] [--commune CODE] [--mapping NAME|F.json] [--encoding unicode|tcvn3|vni] [--set field=text ...] [--accept CODE ...] [--dry-run] [--errors OUT.xlsx] [--save-mapping NAME] | -w DIR --list | -w DIR --mappings | -w DIR --mapping NAME --mapping-out F.json | -w DIR --mapping-in F.json [--replace]',
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
    'save-mapping': string,
    mappings: flag,
    'mapping-in': string,
    'mapping-out': string,
    replace: flag,
  },
  workspace: 'open',
  positionals: [0, 1000],
  run,
};
