import type { LinkRow, PersonCard } from '#shared/contract/identity-methods.ts';
import { formatDate } from '#shared/domain/date.ts';
import { matchingWords } from '#shared/text/matching-sentences.vi.ts';
import { string, UsageProblem, type Command, type Invocation } from './command.ts';
import { plainTable } from './plain-table.ts';

const everything = 1_000_000;

const nameOf = (person: PersonCard | null): string =>
  person === null
    ? ''
    : [person.fullName, person.birthDate === null ? '' : formatDate(person.birthDate), person.communeName]
        .filter(Boolean)
        .join(', ');

const linkLine = (row: LinkRow): readonly string[] => [
  row.id,
  matchingWords.decisions[row.decision],
  nameOf(row.first),
  nameOf(row.second),
  row.decidedBy,
];

const listLinks = async ({ ask, show }: Invocation): Promise<number> => {
  const { rows } = await ask('identity.list', { limit: everything });
  show(rows, () => plainTable(rows.map(linkLine)));
  return 0;
};

const listSuspects = async ({ ask, show, text }: Invocation): Promise<number> => {
  const communeId = text('unit');
  const { rows } = await ask('person.duplicates', { limit: everything, ...(communeId === undefined ? {} : { communeId }) });
  show(rows, () =>
    plainTable(
      rows.map(({ first, second, reasons }) => [
        first.id,
        second.id,
        nameOf(first),
        nameOf(second),
        reasons.map(({ sentence }) => sentence).join('; '),
      ]),
    ),
  );
  return 0;
};

const decide =
  (method: 'identity.link' | 'identity.separate') =>
  async ({ ask, positionals, show, text }: Invocation): Promise<number> => {
    const [, firstId, secondId] = positionals;
    if (firstId === undefined || secondId === undefined) throw new UsageProblem(usage);
    const note = text('note');
    const result = await ask(method, { firstId, secondId, ...(note === undefined ? {} : { note }) });
    show(result, () => result.id);
    return 0;
  };

const takeBack = async ({ ask, positionals, show, text }: Invocation): Promise<number> => {
  const [, id] = positionals;
  if (id === undefined) throw new UsageProblem(usage);
  const reason = text('reason');
  const result = await ask('identity.takeBack', { id, ...(reason === undefined ? {} : { reason }) });
  show(result, () => result.id);
  return 0;
};

const usage =
  '[list] | suspects [--unit CODE] | link ID ID [--note TEXT] | separate ID ID [--note TEXT] | take-back ID [--reason TEXT]';

const steps: Readonly<Record<string, (invocation: Invocation) => Promise<number>>> = {
  list: listLinks,
  suspects: listSuspects,
  link: decide('identity.link'),
  separate: decide('identity.separate'),
  'take-back': takeBack,
};

/** Decisions on people who may stand in the books twice, and the open suspicions. */
export const linksCommand: Command = {
  usage,
  summary: matchingWords.linksSummary,
  options: { unit: string, note: string, reason: string },
  workspace: 'open',
  positionals: [0, 3],
  run: (invocation) => {
    const name = invocation.positionals[0] ?? 'list';
    const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
    if (step === undefined) throw new UsageProblem(usage);
    return step(invocation);
  },
};
