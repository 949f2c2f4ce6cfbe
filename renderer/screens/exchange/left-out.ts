import type { MergeResult } from '#shared/contract/views.ts';
import { fieldLabel, kindLabel } from '#shared/text/labels.vi.ts';
import { setAsideSentences } from '#shared/text/inbox-words.vi.ts';
import { setAsideReasons } from '#shared/contract/set-aside.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import type { LookedAt } from './use-inbox.ts';

/** What stays out of the books: a record or one field of it. */
export type LeftOut = {
  /** `kind/id` or `kind/id/field`. */
  readonly id: string;
  readonly title: string;
  readonly field: string;
  readonly reason: string;
  /** Whether a person chose it itself; it can be put back then. */
  readonly isChosen: boolean;
};

const recordOf = (id: string): string => id.split('/').slice(0, 2).join('/');

const titlesOf = ({ items }: MergeResult): ReadonlyMap<string, string> =>
  new Map(items.map((item) => [recordOf(item.id), item.title]));

const sentenceOf = (reason: string): string => setAsideSentences[setAsideReasons.find((one) => one === reason) ?? 'by-sender'];

/** Everything that stays out of a file as it is arranged, whole records as one. */
export const leftOutOf = ({ whole, result, leaveOut }: LookedAt): readonly LeftOut[] => {
  const titles = titlesOf(whole);
  const added = new Set(whole.items.filter((item) => item.field === null).map((item) => item.id));
  const rows = new Map<string, LeftOut>();
  for (const { kind, id, field, reason } of result.setAside) {
    const record = `${kind}/${id}`;
    const isWhole = field === null || leaveOut.includes(record) || added.has(record);
    const key = isWhole ? record : `${record}/${field}`;
    rows.set(key, {
      id: key,
      title: titles.get(record) ?? kindLabel(kind),
      field: isWhole ? words.leaveOut.wholeRecord : fieldLabel(kind, field),
      reason: sentenceOf(reason),
      isChosen: leaveOut.includes(key),
    });
  }
  return [...rows.values()];
};
