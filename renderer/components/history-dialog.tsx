import { Button } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { HistoryEntry } from '#shared/contract/views.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { maskedValue } from '#shared/domain/masked-value.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { revertWords } from '#shared/text/revert-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from './dialog.tsx';
import { ask } from '../rpc/engine.ts';
import { useSession } from '../session.tsx';
import { formatTime, formatValue } from './format.ts';
import { RevertDialog, type Moment } from './revert-dialog.tsx';

export type HistoryOf = { readonly kind: string; readonly id: string };
type Entry = HistoryEntry & { readonly kind: string; readonly id: string };

/** Records that a value points to. */
const targetsOf = ({ kind, fields }: Entry): readonly HistoryOf[] =>
  fields.flatMap(({ field, before, after }) => {
    const to = findKind(kind)?.fields[field]?.to;
    if (to === undefined) return [];
    return [before, after].flat().flatMap((value) => (typeof value === 'string' ? [{ kind: to, id: value }] : []));
  });

const useHistories = (of: readonly HistoryOf[]): readonly Entry[] | undefined => {
  const results = useQueries({
    queries: of.map((one) => ({ queryKey: ['record.history', one], queryFn: () => ask('record.history', one) })),
  });
  if (results.some((result) => result.data === undefined)) return undefined;
  return results
    .flatMap((result, index) =>
      (result.data ?? []).map((entry) => ({ ...entry, kind: of[index]?.kind ?? '', id: of[index]?.id ?? '' })),
    )
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
};

/** Titles of what the changes point to; what is not in the books has none. */
const useTitles = (entries: readonly Entry[]): ReadonlyMap<string, string> => {
  const targets = [...new Map(entries.flatMap(targetsOf).map((target) => [target.id, target])).values()];
  const results = useQueries({
    queries: targets.map((target) => ({
      queryKey: ['record.get', target],
      queryFn: () => ask('record.get', target),
      throwOnError: false,
    })),
  });
  return new Map(targets.map((target, index) => [target.id, results[index]?.data?.title ?? '']));
};

/** Numbers of people stand in part here; the card of their origin shows them for a reason. */
const shownValue = (kind: string, field: string, value: unknown, titles: ReadonlyMap<string, string>): string =>
  typeof value === 'string'
    ? maskedValue(field, findKind(kind)?.fields[field], formatValue(kind, field, value, titles))
    : formatValue(kind, field, value, titles);

type HistoryDialogProps = { readonly of: readonly HistoryOf[]; readonly onClose: () => void };

/** The newest change of a record leads nowhere: it is how the record is. */
const isNewest = (entries: readonly Entry[], entry: Entry): boolean => entries.find(({ id }) => id === entry.id) === entry;

/** Who wrote what, when, in place of what; what was written then can be taken back. */
export const HistoryDialog = ({ of, onClose }: HistoryDialogProps) => {
  const entries = useHistories(of);
  const titles = useTitles(entries ?? []);
  const { office } = useSession();
  const [moment, setMoment] = useState<Moment | null>(null);
  return (
    <Dialog onClose={onClose} title={words.history.title} size="xl">
      {entries?.length === 0 ? <p>{words.history.empty}</p> : null}
      <div className="stack">
        {(entries ?? []).map((entry) => (
          <article key={`${entry.kind} ${entry.replica} ${entry.n}`}>
            <strong>{formatTime(entry.at)}</strong> <span className="muted">{words.history.by}</span> {entry.authorName}
            {entry.reason === null ? null : <span className="muted"> - {entry.reason}</span>}
            {entry.officeId !== office.id || isNewest(entries ?? [], entry) ? null : (
              <Button
                size="compact-xs"
                variant="default"
                style={{ float: 'right' }}
                onClick={() => {
                  setMoment(entry);
                }}
              >
                {revertWords.choose}
              </Button>
            )}
            <div className="muted small">{words.history.origin(entry.officeId, entry.installId, entry.n)}</div>
            <table className="plain-table sheet" style={{ marginTop: 4 }}>
              <thead>
                <tr>
                  <th style={{ width: '34%' }}>{words.inbox.field}</th>
                  <th style={{ width: '33%' }}>{words.inbox.old}</th>
                  <th>{words.inbox.new}</th>
                </tr>
              </thead>
              <tbody>
                {entry.fields.map((one) => (
                  <tr key={one.field}>
                    <td>{fieldLabel(entry.kind, one.field)}</td>
                    <td className="muted break">{shownValue(entry.kind, one.field, one.before, titles)}</td>
                    <td className="break">{shownValue(entry.kind, one.field, one.after, titles)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </article>
        ))}
      </div>
      {moment === null ? null : (
        <RevertDialog
          moment={moment}
          titles={titles}
          onDone={onClose}
          onClose={() => {
            setMoment(null);
          }}
        />
      )}
    </Dialog>
  );
};
