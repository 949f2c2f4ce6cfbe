import { useMemo, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { RecordView } from '#shared/contract/views.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { RelatedCard } from '#renderer/components/related-card.tsx';
import { FieldInput } from '#renderer/forms/field-input.tsx';
import { RecordPage } from '#renderer/forms/record-page.tsx';
import { useRecordForm } from '#renderer/forms/use-record-form.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { Covered } from '../decisions/covered.tsx';
import { listKinds } from './list-kinds.ts';
import { useEndingVillages } from './use-ending-villages.tsx';

type EditorProps = { readonly kind: string; readonly id: string | undefined; readonly record: RecordView | undefined };

const noNames: readonly string[] = [];

/** What belongs to the record. */
const below = (record: RecordView, canChange: boolean): ReactNode =>
  record.kind === 'decision' ? (
    <Covered decision={record} canChange={canChange} />
  ) : (
    <RelatedCard kind={record.kind} id={record.id} />
  );

const listAddress: Readonly<Record<string, string>> = { trainer: '/trainers' };

const Editor = ({ kind, id, record }: EditorProps) => {
  const [, go] = useLocation();
  const { office, notify } = useSession();
  const fields = findKind(kind)?.fields ?? {};
  const names = listKinds[kind]?.names ?? noNames;
  const values = useMemo(() => record?.values ?? (kind === 'trainer' ? { pool: office.tier } : {}), [record, kind, office.tier]);
  const ending = useEndingVillages(office.id, kind === 'residential-unit' && id === undefined);
  const state = useRecordForm({ kind, fields, names, id, values, along: ending.along });
  const communeId = state.form.watch('communeId');
  const close = (): void => {
    go(listAddress[kind] ?? `/records/${kind}`);
  };
  const saveAndNext = (confirmed = false): void => {
    void state.saveAndNext({ sticky: listKinds[kind]?.sticky ?? noNames }, confirmed).then((saved) => {
      if (!saved) return;
      ending.reset();
      notify(words.form.nextAdded);
    });
  };
  const save = (confirmed = false): void => {
    void state.save(confirmed).then((saved) => {
      if (saved === null) return;
      notify(words.common.saved);
      if (id === undefined && kind === 'decision') go(`/records/decision/${saved}`);
      else close();
    });
  };
  return (
    <RecordPage
      kind={kind}
      id={id}
      title={record?.title ?? words.records.newTitle(kindLabel(kind).toLowerCase())}
      note={record === undefined ? undefined : kindLabel(kind)}
      state={state}
      place={{
        communeId: typeof communeId === 'string' && communeId !== '' ? communeId : null,
        ...(record === undefined ? {} : { officeId: record.officeId }),
        isReadOnly: record !== undefined && record.officeId !== office.id,
      }}
      isRemoved={record?.removed ?? false}
      historyOf={id === undefined ? [] : [{ kind, id }]}
      onSave={id === undefined ? saveAndNext : save}
      {...(id !== undefined
        ? {}
        : {
            onSaveAndClose: save,
            ...(kind === 'decision' ? { saveAndCloseLabel: words.form.saveAndOpen } : {}),
          })}
      below={record === undefined ? null : below(record, record.officeId === office.id && !record.removed)}
      onClose={close}
    >
      <div className="fields">
        {names.map((name, index) => {
          const field = fields[name];
          return field ? <FieldInput key={name} kind={kind} name={name} field={field} autoFocus={index === 0} /> : null;
        })}
        {ending.offer(state.form.control)}
      </div>
    </RecordPage>
  );
};

/** Form of a kind that is described and no more. */
export const RecordForm = ({ kind, id }: { readonly kind: string; readonly id: string | undefined }) => {
  const { data } = useAnswer('record.get', { kind, id: id ?? '' }, { enabled: id !== undefined });
  if (id === undefined) return <Editor kind={kind} id={undefined} record={undefined} />;
  return data === undefined || data.id !== id ? null : <Editor key={id} kind={kind} id={id} record={data} />;
};
