import type { InputOf } from '#shared/contract/contract.ts';
import type { ReportFormat, ReportView } from '#shared/contract/report-methods.ts';
import { commandWords, say } from '#shared/text/command-words.vi.ts';
import { flag, string, UsageProblem, type Command, type Invocation } from './command.ts';
import { makePdf } from './print-process.ts';

const plainReport = ({ name, title, formats, subject, unit, year, profiles, variants }: ReportView): string => {
  const options = [
    ...(unit ? ['[--unit]'] : []),
    ...(year ? ['[--period YYYY]'] : []),
    ...(subject === null ? [] : [`--subject ${subject}`]),
    ...(profiles ? ['[--public]'] : []),
    ...(variants.length === 0 ? [] : [`[--variant ${variants.map((variant) => variant.code).join('|')}]`]),
  ];
  return `${[name, ...options].join(' ')}: ${title} (${formats.join(', ')})`;
};

const formats: readonly string[] = ['pdf', 'html', 'xlsx', 'docx'] satisfies readonly ReportFormat[];

const formatOf = (invocation: Invocation): ReportFormat => {
  const format = invocation.needed('format');
  if (!formats.includes(format)) throw new UsageProblem(`--format: ${formats.join(' | ')}`);
  return format as ReportFormat;
};

const inputOf = ({ options, text }: Invocation, name: string): InputOf<'report.build'> => ({
  name,
  profile: options.public === true ? 'public' : 'internal',
  ...Object.fromEntries(
    ['unit', 'period', 'subject', 'variant'].flatMap((option) => {
      const value = text(option);
      return value === undefined ? [] : [[option, value]];
    }),
  ),
});

const listAll = async ({ ask, show }: Invocation): Promise<number> => {
  const reports = await ask('report.list', {});
  show(reports, () => reports.map(plainReport).join('\n'));
  return 0;
};

const assertOffered = async ({ ask }: Invocation, name: string, format: ReportFormat): Promise<void> => {
  const report = (await ask('report.list', {})).find((one) => one.name === name);
  if (report && !report.formats.includes(format))
    throw new UsageProblem(say(commandWords.formatNotOffered, { name, formats: report.formats.join(', ') }));
};

const make = async (invocation: Invocation, name: string): Promise<number> => {
  const { ask, needed, options, show } = invocation;
  needed('workspace');
  const format = formatOf(invocation);
  const file = needed('out');
  await assertOffered(invocation, name, format);
  const input = inputOf(invocation, name);
  if (format === 'xlsx' || format === 'docx') {
    const made = await ask('report.write', { ...input, format, file, withPersonalNumbers: options['with-numbers'] === true });
    show(made, () => say(commandWords.reportMade, made));
    return 0;
  }
  const paper = await ask('report.build', input);
  await makePdf([{ paper, file, format }]);
  show({ file, title: paper.title }, () => say(commandWords.reportMade, { title: paper.title, file }));
  return 0;
};

/** Lists the reports or makes one as a file. */
export const reportCommand: Command = {
  usage:
    'NAME -w DIR [--unit CODE] [--period YYYY] [--subject ID] [--variant V] [--public] --format pdf|html|xlsx|docx --out F [--with-numbers] ; --list',
  summary: 'Mẫu in; --with-numbers: tệp xlsx, docx có cả số điện thoại',
  options: {
    unit: string,
    period: string,
    subject: string,
    variant: string,
    public: flag,
    format: string,
    out: string,
    list: flag,
    'with-numbers': flag,
  },
  workspace: 'optional',
  positionals: [0, 1],
  run: (invocation) => {
    if (invocation.options.list === true) return listAll(invocation);
    const [name] = invocation.positionals;
    if (name === undefined) throw new UsageProblem('report NAME');
    return make(invocation, name);
  },
};
