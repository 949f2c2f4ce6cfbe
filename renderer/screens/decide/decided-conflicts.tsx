import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ConflictValue, DecidedConflict } from '#shared/contract/conflict-methods.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { useActiveRow } from '#renderer/components/active-row.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formatTime, formatValue } from '#renderer/components/format.ts';
import { formKeys } from '#renderer/components/keys.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { Empty } from '#renderer/components/page.tsx';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const text = words.decide;

const fieldOf = ({ about, kind, field }: DecidedConflict): string =>
  about === 'removal' ? words.history.removed : fieldLabel(kind, field);

const shownValue = ({ about, kind, field }: DecidedConflict, { value }: ConflictValue): string => {
  if (about === 'removal') return value === null ? text.bringBack : text.removal;
  return formatValue(kind, field, value);
};

/** What might have been taken instead: the value that was taken came as one of them and is no choice. */
const othersOf = (decided: DecidedConflict): readonly ConflictValue[] => {
  const [taken, ...replaced] = decided.values;
  return replaced.filter((one) => taken === undefined || shownValue(decided, one) !== shownValue(decided, taken));
};

const AgainDialog = ({ decided, onClose }: { readonly decided: DecidedConflict; readonly onClose: () => void }) => {
  const { notify } = useSession();
  const [taken] = decided.values;
  const [take, setTake] = useState('');
  const [reason, setReason] = useState('');
  const work = useWork('conflict.decideAgain');
  const canSave = take !== '' && reason.trim() !== '';
  const save = (): void => {
    if (!canSave) return;
    void work.run({ conflict: decided.id, take, reason }).then((reply) => {
      if (!reply.ok) return;
      notify(text.decided);
      onClose();
    });
  };
  return (
    <Dialog title={`${text.decideAgainTitle}: ${decided.title}`} size="lg" onClose={onClose}>
      <div className="stack" onKeyDown={formKeys(save)}>
        <FailureNotice failure={work.failure} />
        <dl className="facts" style={{ margin: 0 }}>
          <dt>{text.taken}</dt>
          <dd>
            <strong>{taken === undefined ? '' : shownValue(decided, taken)}</strong>
            <div className="muted small">
              {text.by(decided.authorName, formatTime(decided.at))}
              {decided.reason === null ? '' : ` - ${decided.reason}`}
            </div>
          </dd>
        </dl>
        <Radio.Group label={fieldOf(decided)} value={take} onChange={setTake}>
          <div className="stack" style={{ marginTop: 6 }}>
            {othersOf(decided).map((one, index) => (
              <div key={one.dot} className="sheet padded">
                <Radio
                  value={one.dot}
                  size="xs"
                  label={shownValue(decided, one)}
                  {...(index === 0 ? { 'data-autofocus': true } : {})}
                />
                <div className="muted small">{text.by(one.authorName ?? '', one.at === null ? '' : formatTime(one.at))}</div>
              </div>
            ))}
          </div>
        </Radio.Group>
        <TextInput
          label={text.reason}
          required
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <div className="row">
          <Button onClick={save} loading={work.isRunning} disabled={!canSave}>
            {text.decideAgain} (Ctrl+Enter)
          </Button>
        </div>
      </div>
    </Dialog>
  );
};

const columns: readonly Column<DecidedConflict>[] = [
  { key: 'record', title: text.record, width: 'minmax(170px, 1.3fr)', cell: (row) => row.title },
  { key: 'field', title: text.field, width: '110px', cell: fieldOf },
  {
    key: 'taken',
    title: text.taken,
    width: 'minmax(130px, 1.2fr)',
    cell: (row) => (row.values[0] === undefined ? '' : shownValue(row, row.values[0])),
  },
  {
    key: 'values',
    title: text.othersThen,
    width: 'minmax(130px, 1.2fr)',
    cell: (row) =>
      othersOf(row)
        .map((value) => shownValue(row, value))
        .join(' / '),
  },
  { key: 'reason', title: text.reason, width: 'minmax(120px, 1.2fr)', cell: (row) => row.reason ?? '' },
  { key: 'by', title: text.decidedBy, width: 'minmax(240px, 1fr)', cell: (row) => text.by(row.authorName, formatTime(row.at)) },
  {
    key: 'state',
    title: text.state,
    width: '126px',
    cell: (row) => (
      <span className={row.standing ? 'badge good' : 'badge'} title={row.standing ? '' : text.overtaken}>
        {row.standing ? text.stands : text.notStanding}
      </span>
    ),
  },
];

/** Decisions on conflicts, newest first; one that still stands can be taken back by deciding again. */
export const DecidedConflicts = ({ rows }: { readonly rows: readonly DecidedConflict[] }) => {
  const { notify } = useSession();
  const [chosen, setChosen] = useState<DecidedConflict | null>(null);
  const { row: active, onActive } = useActiveRow(rows);
  const open = (row: DecidedConflict): void => {
    if (row.standing) setChosen(row);
    else notify(text.overtaken);
  };
  return (
    <>
      <div className="row">
        {active === undefined ? null : (
          <Button
            size="xs"
            variant="default"
            disabled={!active.standing}
            onClick={() => {
              setChosen(active);
            }}
          >
            {text.decideAgain}
          </Button>
        )}
        <span className="muted">{active?.standing === false ? text.overtaken : text.decidedText}</span>
      </div>
      <DataTable
        label={text.decidedTitle}
        columns={columns}
        total={rows.length}
        rowAt={(index) => rows[index]}
        recordsOf={(row) => recordsText({ kind: row.kind, id: row.recordId })}
        onOpen={open}
        onActive={onActive}
        empty={<Empty title={text.noDecided} />}
      />
      {chosen === null ? null : (
        <AgainDialog
          decided={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </>
  );
};
