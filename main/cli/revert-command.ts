import type { RevertView } from '#shared/contract/record-methods.ts';
import { bulkWords } from '#shared/text/bulk-words.vi.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { revertWords } from '#shared/text/revert-words.vi.ts';
import { flag, list, string, UsageProblem, type Command } from './command.ts';
import { plainTable, plainValue } from './plain-table.ts';
import { checkKind, fieldsOf } from './record-kind.ts';

/** `<replica>:<n>`, as a history names a change. */
const readDot = (text: string): { readonly replica: string; readonly n: number } => {
  const at = text.lastIndexOf(':');
  const n = Number(text.slice(at + 1));
  if (at < 1 || !Number.isInteger(n) || n < 1) throw new UsageProblem('--to REPLICA:N');
  return { replica: text.slice(0, at), n };
};

const plainView = (kind: string, { fields, removedNow, removedThen, together }: RevertView): string => {
  const plain = (field: string, value: unknown): string => plainValue(fieldsOf(kind)[field], value as never) || bulkWords.blank;
  return [
    plainTable(fields.map(({ field, now, then }) => [fieldLabel(kind, field), plain(field, now), '->', plain(field, then)])),
    ...(removedNow && !removedThen ? [revertWords.comesBack] : []),
    ...together.map((one) => `  ${one.kind} ${one.id}  ${one.title}`),
  ].join('\n');
};

/** Gives a record the values back that stood after an earlier change: all, or single fields. */
export const revertCommand: Command = {
  usage: 'KIND ID -w DIR --to REPLICA:N [--field NAME ...] [--together] (--preview | --reason TEXT)',
  summary: revertWords.summary,
  options: { to: string, field: list, together: flag, preview: flag, reason: string },
  workspace: 'open',
  positionals: [2, 2],
  run: async ({ ask, positionals, options, needed, show }) => {
    const [kind, id] = [checkKind(positionals[0] as string), positionals[1] as string];
    const fields = options.field as readonly string[] | undefined;
    const choice = { kind, id, to: readDot(needed('to')), ...(fields === undefined ? {} : { fields: [...fields] }) };
    if (options.preview === true) {
      const view = await ask('record.previewRevert', choice);
      show(view, () => plainView(kind, view));
      return 0;
    }
    const done = await ask('record.revert', { ...choice, reason: needed('reason'), together: options.together === true });
    show(done, () => revertWords.done(done.fields.map((field) => fieldLabel(kind, field)).join(', '), done.restored));
    return 0;
  },
};
