import { commandWords, say } from '#shared/text/command-words.vi.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { UsageProblem, type Command, type Invocation } from './command.ts';
import { describeFields, exampleOf, findFields, kindNames, type FieldHelp } from './field-help.ts';

type Commands = Readonly<Record<string, Command>>;

const plainField = ({ field, required, type, to, label, codes, rule }: FieldHelp): string => {
  const list = Object.entries(codes ?? {}).map(([code, name]) => `${code} = ${name}`);
  return [
    `  ${field}${required ? '*' : ''}  (${type}${to === undefined ? '' : ` -> ${to}`})  ${label}`,
    `      ${rule}`,
    ...(list.length === 0 ? [] : [`      ${list.join('; ')}`]),
  ].join('\n');
};

const helpKind = ({ show }: Invocation, kind: string): boolean => {
  const fields = findFields(kind);
  if (!fields) return false;
  const described = describeFields(kind, fields);
  const example = exampleOf(kind, fields);
  show({ kind, label: kindLabel(kind), fields: described, example }, () =>
    [
      `${kind}: ${kindLabel(kind)}  ${commandWords.helpRequired}`,
      ...described.map(plainField),
      '',
      commandWords.helpExample,
      JSON.stringify(example),
    ].join('\n'),
  );
  return true;
};

const plainCommand = (name: string, { usage, summary }: Command): string => `shg ${name} ${usage}\n    ${summary}`;

const helpCommandNamed = ({ show }: Invocation, commands: Commands, name: string): boolean => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return false;
  show({ name, usage: command.usage, summary: command.summary }, () => plainCommand(name, command));
  return true;
};

const helpAll = ({ show }: Invocation, commands: Commands): void => {
  const all = Object.entries(commands);
  show({ commands: all.map(([name, { usage, summary }]) => ({ name, usage, summary })), kinds: kindNames }, () =>
    [
      commandWords.helpTitle,
      commandWords.helpCommon,
      commandWords.helpExits,
      commandWords.helpErrors,
      commandWords.helpMore,
      '',
      ...all.map(([name, command]) => plainCommand(name, command)),
      '',
      say(commandWords.helpKinds, { kinds: kindNames.join(', ') }),
    ].join('\n'),
  );
};

/** Help over every command, over one of them, or over one record kind. */
export const helpCommand = (commands: () => Commands): Command => ({
  usage: '[KIND | LENH]',
  summary: 'Trợ giúp; với KIND: mọi mục của loại bản ghi và một dòng ví dụ',
  options: {},
  workspace: 'none',
  positionals: [0, 1],
  run: (invocation) => {
    const [name] = invocation.positionals;
    if (name === undefined) helpAll(invocation, commands());
    else if (!helpKind(invocation, name) && !helpCommandNamed(invocation, commands(), name))
      throw new UsageProblem(say(commandWords.unknownTopic, { name }));
    return Promise.resolve(0);
  },
});
