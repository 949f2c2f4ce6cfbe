import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { ParticipantRow } from '#shared/contract/session-methods.ts';
import { gridWords } from '#shared/text/grid-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { Empty, Page } from '#renderer/components/page.tsx';
import { PrintButton } from '#renderer/components/print-button.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { useBulk } from '../bulk/use-bulk.tsx';
import { AddPeople } from './add-people.tsx';
import { PresenceGrid } from './presence-grid.tsx';
import { SessionTabs } from './session-tabs.tsx';
import { useMarks } from './use-marks.ts';

const text = words.sessions;
const kinh = '01';

type Answer = OutputOf<'session.get'>;

const countsOf = (participants: readonly ParticipantRow[]): string =>
  text.counts(
    formatCount(participants.length),
    formatCount(participants.filter((row) => row.sex === 'female').length),
    formatCount(participants.filter((row) => row.ethnicGroup !== null && row.ethnicGroup !== kinh).length),
    formatCount(participants.reduce((total, row) => total + row.present.length, 0)),
  );

const Participants = ({ answer }: { readonly answer: Answer }) => {
  const [, go] = useLocation();
  const { office, notify } = useSession();
  const [isAdding, setAdding] = useState(false);
  const { record, participants } = answer;
  const marks = useMarks(record.id);
  const bulk = useBulk('participant');
  const remove = useWork('record.remove');
  const put = useWork('record.put');
  const canChange = record.officeId === office.id && !record.removed;
  const sittingCount = typeof record.values.sittingCount === 'number' ? record.values.sittingCount : 1;
  const add = (): void => {
    setAdding(true);
  };
  const openGrid = (): void => {
    go(`/sessions/${record.id}/grid`);
  };
  useAction('list.grid', openGrid, { enabled: canChange, label: gridWords.participants.title });
  useAction('list.add', add, { enabled: canChange, label: text.addPeople });
  useAction('app.close', () => {
    go('/sessions');
  });
  const takeOff = ({ id, fullName }: ParticipantRow): void => {
    void remove.run({ kind: 'participant', id, reason: text.takeOffReason }).then((reply) => {
      if (reply.ok) notify(text.takenOff(fullName));
    });
  };
  const complete = participants.filter((row) => row.result !== 'completed' && row.present.length >= sittingCount);
  const setResults = (): void => {
    void put.run({ kind: 'participant', lines: complete.map((row) => ({ id: row.id, result: 'completed' })) }).then((reply) => {
      if (reply.ok) notify(text.resultSet(complete.length));
    });
  };
  return (
    <Page
      title={record.title}
      tabs={<SessionTabs id={record.id} participantCount={participants.length} />}
      actions={
        <>
          <PrintButton report="attendance-sheet" subject={record.id} label={text.printSheet} />
          {canChange ? (
            <>
              {complete.length === 0 ? null : (
                <Button variant="default" onClick={setResults} loading={put.isRunning}>
                  {text.setResult}
                </Button>
              )}
              <Button variant="default" onClick={openGrid}>
                {gridWords.open}
              </Button>
              <Button onClick={add}>{text.addPeople} (Ctrl+N)</Button>
            </>
          ) : null}
        </>
      }
    >
      <div className="stack">
        <FailureNotice failure={marks.failure ?? remove.failure ?? put.failure} />
        {participants.length === 0 ? (
          <div className="sheet">
            <Empty
              title={text.noPeople}
              text={text.noPeopleText}
              action={canChange ? <Button onClick={add}>{text.addPeople}</Button> : null}
            />
          </div>
        ) : (
          <>
            <div className="row">
              <span>{countsOf(participants)}</span>
              {canChange ? (
                <span className="muted small" style={{ marginLeft: 'auto' }}>
                  {text.gridHint}
                </span>
              ) : null}
            </div>
            <PresenceGrid
              participants={participants}
              sittingCount={sittingCount}
              canChange={canChange}
              marks={marks}
              onTakeOff={takeOff}
              bulk={canChange ? bulk.actions : undefined}
            />
          </>
        )}
      </div>
      {isAdding ? (
        <AddPeople
          session={record}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
      {bulk.dialog}
    </Page>
  );
};

/** Participants of a session with their presence at each sitting (buổi). */
export const SessionParticipants = ({ id }: { readonly id: string }) => {
  const { data } = useAnswer('session.get', { id });
  return data === undefined || data.record.id !== id ? null : <Participants key={id} answer={data} />;
};
