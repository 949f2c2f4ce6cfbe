import { useState } from 'react';
import { useLocation } from 'wouter';
import { fundingSources, labelOf } from '#shared/catalogue/code-lists.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { FundingRow, SpeakerRow } from '#shared/contract/session-methods.ts';
import { fundingLine, sessionSpeaker } from '#shared/domain/session.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { Page } from '#renderer/components/page.tsx';
import { RecordDialog } from '#renderer/forms/record-dialog.tsx';
import { RowEntry } from '#renderer/forms/row-entry.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { EditTable } from './edit-table.tsx';
import { SessionTabs } from './session-tabs.tsx';

const text = words.sessions;

const speakerNames = ['trainerId', 'guestName', 'guestPosition', 'topic', 'periodCount'] as const;
const fundingNames = ['source', 'plannedAmount', 'spentAmount', 'note'] as const;

type Answer = OutputOf<'session.get'>;
type Editing = { readonly kind: 'session-speaker' | 'funding-line'; readonly id: string };

const money = (value: number | null): string => (value === null ? '' : formatCount(value));
const sum = (rows: readonly FundingRow[], field: 'plannedAmount' | 'spentAmount'): number =>
  rows.reduce((total, row) => total + (row[field] ?? 0), 0);

const speakerCells = (row: SpeakerRow) => [
  row.isGuest ? '' : row.name,
  row.isGuest ? row.name : '',
  row.position ?? '',
  row.topic ?? '',
  row.periodCount ?? '',
];

const fundingCells = (row: FundingRow) => [
  row.source === null ? '' : labelOf(fundingSources, row.source),
  money(row.plannedAmount),
  money(row.spentAmount),
  row.note ?? '',
];

const speakerColumns = [
  { title: text.trainerColumn, width: '24%' },
  { title: text.guestColumn, width: '22%' },
  { title: text.position, width: '20%' },
  { title: text.topic, width: '24%' },
  { title: text.periods, width: '10%', number: true },
] as const;

const fundingColumns = [
  { title: text.source, width: '26%' },
  { title: text.planned, width: '18%', number: true },
  { title: text.spent, width: '18%', number: true },
  { title: text.note, width: '38%' },
] as const;

/** The sum of the sources against what the session itself says. */
const FundingFoot = ({ answer }: { readonly answer: Answer }) => {
  const { plannedAmount, spentAmount } = answer.record.values;
  const [planned, spent] = [sum(answer.funding, 'plannedAmount'), sum(answer.funding, 'spentAmount')];
  const differs =
    (typeof plannedAmount === 'number' && plannedAmount !== planned) ||
    (typeof spentAmount === 'number' && spentAmount !== spent);
  if (answer.funding.length === 0) return null;
  return (
    <>
      <tr>
        <th scope="row">{text.total}</th>
        <td className="number">{formatCount(planned)}</td>
        <td className="number">{formatCount(spent)}</td>
        <td className="muted">
          {differs
            ? text.sumsDiffer(
                typeof plannedAmount === 'number' ? formatCount(plannedAmount) : '-',
                typeof spentAmount === 'number' ? formatCount(spentAmount) : '-',
              )
            : ''}
        </td>
      </tr>
    </>
  );
};

const Programme = ({ answer }: { readonly answer: Answer }) => {
  const [, go] = useLocation();
  const { office, notify } = useSession();
  const [editing, setEditing] = useState<Editing | null>(null);
  const { record, speakers, funding } = answer;
  const { id } = record;
  const canChange = record.officeId === office.id && !record.removed;
  const edited = useAnswer('record.get', { kind: editing?.kind ?? 'session', id: editing?.id ?? id });
  const close = (): void => {
    setEditing(null);
  };
  const added = (): void => {
    notify(words.common.saved);
  };
  useAction('app.close', () => {
    go('/sessions');
  });
  const place = { communeId: null, officeId: record.officeId };
  return (
    <Page title={record.title} tabs={<SessionTabs id={id} participantCount={answer.participants.length} />}>
      <div className="stack">
        <EditTable
          title={text.speakers}
          kind="session-speaker"
          columns={speakerColumns}
          rows={speakers.map((row) => ({ id: row.id, cells: speakerCells(row) }))}
          empty={text.noSpeakers}
          {...(canChange
            ? {
                onOpen: (speakerId: string) => {
                  setEditing({ kind: 'session-speaker', id: speakerId });
                },
                entry: (
                  <RowEntry
                    kind="session-speaker"
                    fields={sessionSpeaker.fields}
                    names={speakerNames}
                    fixed={{ sessionId: id }}
                    place={place}
                    draftName={`speaker entry ${id}`}
                    addLabel={text.addSpeaker}
                    hint={text.rowHint}
                    autoFocus
                    onAdded={added}
                  />
                ),
              }
            : {})}
        />
        <EditTable
          title={text.funding}
          kind="funding-line"
          columns={fundingColumns}
          rows={funding.map((row) => ({ id: row.id, cells: fundingCells(row) }))}
          empty={text.noFunding}
          foot={<FundingFoot answer={answer} />}
          {...(canChange
            ? {
                onOpen: (lineId: string) => {
                  setEditing({ kind: 'funding-line', id: lineId });
                },
                entry: (
                  <RowEntry
                    kind="funding-line"
                    fields={fundingLine.fields}
                    names={fundingNames}
                    fixed={{ sessionId: id }}
                    place={place}
                    draftName={`funding entry ${id}`}
                    addLabel={text.addFunding}
                    hint={text.rowHint}
                    onAdded={added}
                  />
                ),
              }
            : {})}
        />
      </div>
      {editing === null || edited.data === undefined || edited.data.id !== editing.id ? null : (
        <RecordDialog
          title={editing.kind === 'session-speaker' ? text.speaker : text.funding}
          kind={editing.kind}
          id={editing.id}
          names={editing.kind === 'session-speaker' ? speakerNames : fundingNames}
          values={edited.data.values}
          removeReason={text.takeOffReason}
          onClose={close}
          onDone={() => {
            close();
            notify(words.common.saved);
          }}
        />
      )}
    </Page>
  );
};

/** Speakers and money of a session, typed in rows. */
export const SessionProgramme = ({ id }: { readonly id: string }) => {
  const { data } = useAnswer('session.get', { id });
  return data === undefined || data.record.id !== id ? null : <Programme key={id} answer={data} />;
};
