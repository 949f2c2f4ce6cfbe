import { commandWords } from '#shared/text/command-words.vi.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { string, type Command } from './command.ts';
import { plainTable } from './plain-table.ts';

/** The search box of the windows, for scripts. */
export const findCommand: Command = {
  usage: 'TEXT -w DIR [--limit N] [--json | --jsonl]',
  summary: commandWords.findSummary,
  options: { limit: string },
  workspace: 'open',
  positionals: [1, 1],
  run: async ({ ask, positionals, text, show }) => {
    const limit = Number(text('limit') ?? 20);
    const { groups } = await ask('search.find', { text: positionals[0] ?? '', limit });
    const rows = groups.flatMap(({ kind, hits }) => hits.map(({ id, title, detail }) => [kindLabel(kind), id, title, detail]));
    show(groups, () => (rows.length === 0 ? words.search.none : plainTable(rows)));
    return 0;
  },
};
