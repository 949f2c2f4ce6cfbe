import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { InputOf } from '#shared/contract/contract.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formatPartial } from '#renderer/components/format.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const text = words.coverage;

type InviteDialogProps = {
  /** The people that the list shows. */
  readonly filter: InputOf<'coverage.untrained'>;
  readonly year: number;
  readonly onClose: () => void;
};

/** Puts everybody of the list of untrained mediators into a session of that year. */
export const InviteDialog = ({ filter, year, onClose }: InviteDialogProps) => {
  const [, go] = useLocation();
  const { office, notify } = useSession();
  const [chosen, setChosen] = useState('');
  const people = useAnswer('coverage.untrained', { ...filter, limit: 100_000 });
  const sessions = useAnswer('session.list', { year, kind: 'mediator-training', officeId: office.id, limit: 1000 });
  const work = useWork('session.addPeople');
  const sessionId = chosen === '' ? (sessions.data?.rows[0]?.id ?? '') : chosen;
  const count = people.data?.total ?? 0;
  const add = (): void => {
    const personIds = (people.data?.rows ?? []).map((row) => row.personId);
    void work.run({ sessionId, personIds }).then((reply) => {
      if (!reply.ok) return;
      notify(words.addPeople.added(reply.value.added));
      go(`/sessions/${sessionId}/people`);
    });
  };
  return (
    <Dialog onClose={onClose} title={text.inviteTitle}>
      <div className="stack">
        <FailureNotice failure={work.failure} />
        {sessions.data?.rows.length === 0 ? (
          <p>{text.noSession}</p>
        ) : (
          <NativeSelect
            data-autofocus
            label={text.session}
            value={sessionId}
            onChange={(event) => {
              setChosen(event.currentTarget.value);
            }}
          >
            {(sessions.data?.rows ?? []).map((row) => (
              <option key={row.id} value={row.id}>
                {row.title} ({formatPartial(row.startsOn)})
              </option>
            ))}
          </NativeSelect>
        )}
        <div className="row">
          <Button disabled={sessionId === '' || count === 0} loading={work.isRunning} onClick={add}>
            {words.addPeople.add(count)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
