import { findKind, mediatorFields, storedKinds } from '#shared/domain/kinds.ts';
import type { Field } from '#shared/domain/field.ts';
import type { Fields } from '#shared/domain/record.ts';
import { fieldLabel, kindLabel } from '#shared/text/labels.vi.ts';
import { UsageProblem, type Command, type Invocation } from './command.ts';

const kindNames = (): readonly string[] => [...storedKinds.map((kind) => kind.kind), 'mediator'];

const fieldsOf = (kind: string): Fields => {
  if (kind === 'mediator') return mediatorFields;
  const found = findKind(kind);
  if (!found) throw new UsageProblem(`không có loại bản ghi ${kind}`);
  return found.fields;
};

const exampleId = '0190b000-0000-7000-8000-000000000001';

/** References are left out of a mediator's line where they are optional, so that it can be put as soon as its team exists. */
const exampleOf = (kind: string, fields: Fields): Record<string, unknown> => {
  const shown = Object.entries(fields).filter(([name, field]) => field.required || !isExcluded(kind, name, field));
  return { id: exampleId, ...Object.fromEntries(shown.map(([name, field]) => [name, field.example])) };
};

const ends = ['ceasedOn', 'ceaseReason', 'ceaseDetail', 'dissolvedOn', 'validTo', 'endedOn', 'endReason', 'refusalReason'];
const isExcluded = (kind: string, name: string, field: Field): boolean =>
  (field.type === 'reference' && !(kind === 'nomination' && name === 'personId')) ||
  field.type === 'references' ||
  ends.includes(name) ||
  (kind === 'person' && name === 'sortName') ||
  name === 'lawDegree' ||
  (kind === 'nomination' && ['organisationName', 'decisionNumber', 'decidedOn'].includes(name));

const describe = (name: string, field: Field, kind: string) => ({
  field: name,
  label: fieldLabel(kind, name),
  type: field.type,
  required: field.required,
  ...(field.to === undefined ? {} : { to: field.to }),
  ...(field.codes === undefined ? {} : { codes: Object.fromEntries(field.codes.map((entry) => [entry.code, entry.label])) }),
  example: field.example,
});

const plainField = (one: ReturnType<typeof describe>): string => {
  const codes =
    one.codes === undefined
      ? ''
      : `\n      ${Object.entries(one.codes)
          .map(([code, label]) => `${code} = ${label}`)
          .join('; ')}`;
  const to = one.to === undefined ? '' : ` -> ${one.to}`;
  return `  ${one.field}${one.required ? '*' : ''}  (${one.type}${to})  ${one.label}${codes}`;
};

const helpKind = ({ show }: Invocation, kind: string): number => {
  const fields = fieldsOf(kind);
  const described = Object.entries(fields).map(([name, field]) => describe(name, field, kind));
  const example = exampleOf(kind, fields);
  show({ kind, label: kindLabel(kind), fields: described, example }, () =>
    [`${kind}: ${kindLabel(kind)}  (* bắt buộc)`, ...described.map(plainField), '', 'Ví dụ:', JSON.stringify(example)].join('\n'),
  );
  return 0;
};

/** Help over every command, or over one record kind. */
export const helpCommand = (commands: () => Readonly<Record<string, Command>>): Command => ({
  usage: '[KIND]',
  summary: 'Trợ giúp; với KIND: mọi mục của loại bản ghi và một dòng ví dụ',
  options: {},
  workspace: 'none',
  positionals: [0, 1],
  run: (invocation) => {
    const [kind] = invocation.positionals;
    if (kind !== undefined) return Promise.resolve(helpKind(invocation, kind));
    const all = Object.entries(commands());
    invocation.show(
      { commands: all.map(([name, command]) => ({ name, usage: command.usage, summary: command.summary })), kinds: kindNames() },
      () =>
        [
          'shg: dòng lệnh của Sổ Hòa Giải',
          'Chung: -w DIR, --password-file F (hoặc SHG_PASSWORD), --user TEN, --json, --jsonl',
          'Mã thoát: 0 xong; 1 bị từ chối theo quy tắc; 2 dùng sai; 3 tệp không được nhận; 4 không mở được',
          '',
          ...all.map(([name, command]) => `shg ${name} ${command.usage}\n    ${command.summary}`),
          '',
          `Loại bản ghi: ${kindNames().join(', ')}`,
        ].join('\n'),
    );
    return Promise.resolve(0);
  },
});
