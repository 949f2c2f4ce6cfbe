import type { ProvenanceCard } from '#shared/contract/provenance-methods.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { provenanceWords as words, versionFacts } from '#shared/text/provenance-words.vi.ts';
import { string, type Command } from './command.ts';
import { checkKind } from './record-kind.ts';

const plainVersion = (version: ProvenanceCard['earlier'][number]): string =>
  versionFacts(version)
    .map(([label, text]) => `  ${label}: ${text}`)
    .join('\n');

const part = (title: string, versions: readonly ProvenanceCard['earlier'][number][]): readonly string[] =>
  versions.length === 0 ? [] : [` ${title}`, ...versions.map(plainVersion)];

const plainCard = (card: ProvenanceCard): string =>
  [
    `${fieldLabel(card.kind, card.field)} (${card.title})`,
    ...(card.current === null ? [`  ${words.never}`] : [plainVersion(card.current)]),
    ...part(words.beside, card.beside),
    ...part(words.earlier, card.earlier),
  ].join('\n');

/** Where the values of a record come from. */
export const provenanceCommand: Command = {
  usage: 'KIND ID [FIELD] -w DIR [--reveal-reason TEXT]',
  summary: 'Nguồn gốc từng giá trị: ai ghi, lúc nào, gói nào mang đến, thay cho giá trị nào; số của người được che một phần',
  options: { 'reveal-reason': string },
  workspace: 'open',
  positionals: [2, 3],
  run: async ({ ask, positionals, text, show }) => {
    const [kind, id, field] = positionals as readonly [string, string, string | undefined];
    const asked = { kind: checkKind(kind), id, ...(field === undefined ? {} : { field }) };
    const reason = text('reveal-reason');
    const cards =
      reason === undefined ? await ask('record.provenance', asked) : await ask('record.revealProvenance', { ...asked, reason });
    show(cards, () => cards.map(plainCard).join('\n\n'));
    return 0;
  },
};
