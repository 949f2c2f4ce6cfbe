import { commandWords, say } from '#shared/text/command-words.vi.ts';
import { flag, string, type Command, type Invocation } from './command.ts';
import { plainTable } from './plain-table.ts';

const undoSpreadsheet = async ({ ask, options, show }: Invocation, importId: string): Promise<number> => {
  const isPreview = options.preview === true;
  const done = await ask(isPreview ? 'import.previewUndo' : 'import.undo', { importId });
  show(done, () =>
    [
      say(isPreview ? commandWords.undoPreview : commandWords.undone, { removed: done.removed, restored: done.restored }),
      plainTable(done.kept.map(({ kind, id, reason, fields }) => [kind, id, reason, fields.join(', ')])),
    ].join('\n'),
  );
  return 0;
};

const undoPackage = async ({ ask, options, text, show }: Invocation, importId: string): Promise<number> => {
  const reason = text('reason');
  const done =
    options.preview === true
      ? await ask('imports.previewUndo', { importId })
      : await ask('imports.undo', { importId, ...(reason === undefined ? {} : { reason }) });
  show(done, () =>
    [
      say(commandWords.packageUndone, done.counts),
      plainTable(done.imports.map(({ appliedAt, office, seq, id }) => [appliedAt, office, String(seq), id])),
      plainTable(done.decisions.map(({ kind, id, title }) => [kind, id, title])),
    ].join('\n'),
  );
  return 0;
};

/** Takes back what an import of a spreadsheet wrote, or an import of a package with what rests on it. */
export const undoCommand: Command = {
  usage: '-w DIR IMPORT [--preview] [--reason TEXT]',
  summary: 'Hoàn tác một lần tiếp nhận gói hoặc nhập bảng tính; nêu tên những gì dựa trên đó và những gì được giữ',
  options: { preview: flag, reason: string },
  workspace: 'open',
  positionals: [1, 1],
  run: async (invocation) => {
    const importId = invocation.positionals[0] as string;
    const spreadsheets = await invocation.ask('import.list', {});
    if (!spreadsheets.some(({ id }) => id === importId)) return undoPackage(invocation, importId);
    return undoSpreadsheet(invocation, importId);
  },
};
