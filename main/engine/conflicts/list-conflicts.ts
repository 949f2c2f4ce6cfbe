import type { ReadableDatabase } from '#db/open.ts';
import { findChange } from '#db/queries/change-log.ts';
import { listProjected, type ProjectedRecord } from '#db/queries/projection.ts';
import { findRecord } from '#db/queries/record.ts';
import type { ConflictValue, ConflictView } from '#shared/contract/conflict-methods.ts';
import { storedKinds } from '#shared/domain/kinds.ts';
import { dotText, installationOf } from '#shared/exchange/dot.ts';
import { conflictFieldsOf, isRemovedValue, isUnseenBy, removalOf, winningHead } from '#shared/exchange/heads.ts';
import { removedField, type Head, type HeadValue, type RecordState } from '#shared/exchange/state.ts';
import type { Handler, QueryContext } from '#engine/context.ts';
import { officeNamer } from '#engine/office-name.ts';
import { viewOf } from '#engine/record-view.ts';

/** One value of a conflict: a head and the field it stands in. */
export type Choice = { readonly field: string; readonly head: Head };

/** Everything a person may take: the field's heads and, beside a removal, the edits that it did not see. */
export const choicesOf = (state: RecordState, field: string): readonly Choice[] => {
  const own = (state.fields[field] ?? []).map((head) => ({ field, head }));
  const removal = field === removedField ? removalOf(state) : undefined;
  if (removal === undefined) return own;
  const unseen = isUnseenBy(removal);
  const edits = Object.entries(state.fields)
    .filter(([name]) => name !== removedField)
    .flatMap(([name, heads]) => heads.filter(unseen).map((head) => ({ field: name, head })));
  return [...own, ...edits];
};

/** A value as people read it: of a removal its reason, not what it saw. */
export const plainValueOf = (value: HeadValue): unknown =>
  isRemovedValue(value) ? { removed: true, reason: value.reason } : value;

export const valueView = (
  database: ReadableDatabase,
  { field, head }: Choice,
  shown: boolean,
  office: { readonly id: string; readonly name: string },
): ConflictValue => {
  const [replica, n, value] = head;
  const entry = findChange(database, replica, n)?.entry;
  return {
    dot: dotText(head),
    installId: installationOf(replica),
    field,
    value: plainValueOf(value),
    shown,
    authorName: entry?.author.name ?? null,
    at: entry?.at ?? null,
    office: office.id,
    officeName: office.name,
    reason: entry?.reason ?? null,
  };
};

const conflictsOf = (context: QueryContext, record: ProjectedRecord, officeName: string): readonly ConflictView[] => {
  const { database, identity } = context;
  const stored = findRecord(database, record.kind, record.id);
  if (!stored) return [];
  const { title } = viewOf(database, record);
  return conflictFieldsOf(stored.state).map((field) => {
    const shown = winningHead(stored.state.fields[field] ?? []);
    return {
      id: `${record.kind}/${record.id}/${field}`,
      kind: record.kind,
      recordId: record.id,
      field,
      title,
      office: stored.officeId,
      officeName,
      about: field === removedField ? 'removal' : 'value',
      decidable: stored.officeId === identity.officeId,
      values: choicesOf(stored.state, field).map((choice) =>
        valueView(database, choice, choice.head === shown, { id: stored.officeId, name: officeName }),
      ),
    };
  });
};

/** Every conflict that waits for a person, side by side with who wrote each value, when and why. */
export const listConflicts: Handler<'conflict.list'> = (context, { officeId, kind, recordId }) => {
  const nameOf = officeNamer(context);
  return storedKinds
    .filter((one) => kind === undefined || one.kind === kind)
    .flatMap((one) => {
      const where: Readonly<Record<string, string>> = recordId === undefined ? {} : { id: recordId };
      const filter = { kind: one.kind, where, officeId, includeRemoved: true, conflictsOnly: true, limit: 100_000, offset: 0 };
      return listProjected(context.database, filter).rows;
    })
    .flatMap((record) => conflictsOf(context, record, nameOf(record.officeId)));
};
