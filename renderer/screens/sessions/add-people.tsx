import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { RecordView } from '#shared/contract/views.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { AddGuest } from './add-guest.tsx';
import { PasteNames } from './paste-names.tsx';
import { PickPeople } from './pick-people.tsx';
import { PickTeams, type PickedPlaces } from './pick-teams.tsx';

const text = words.addPeople;

type Way = keyof typeof text.ways;

type AddPeopleProps = { readonly session: RecordView; readonly onClose: () => void };
type Invited = PickedPlaces & { readonly personIds: readonly string[]; readonly pool: boolean };

const nobody: Invited = { personIds: [], teamIds: [], communeIds: [], pool: false };
const isNobody = ({ personIds, teamIds, communeIds, pool }: Invited): boolean =>
  personIds.length + teamIds.length + communeIds.length === 0 && !pool;

const copyOf = (invited: Invited) => ({
  personIds: [...invited.personIds],
  teamIds: [...invited.teamIds],
  communeIds: [...invited.communeIds],
  pool: invited.pool,
});

/** Whole communes and teams, single people, a pasted list, guests: five ways onto the list of a session. */
export const AddPeople = ({ session, onClose }: AddPeopleProps) => {
  const { notify } = useSession();
  const isForTrainers = session.values.kind === 'trainer-training';
  const [way, setWay] = useState<Way>(isForTrainers ? 'pool' : 'teams');
  const [invited, setInvited] = useState<Invited>(isForTrainers ? { ...nobody, pool: true } : nobody);
  const work = useWork('session.addPeople');
  const count = useAnswer('session.invitedCount', { sessionId: session.id, ...copyOf(invited) });
  const fresh = isNobody(invited) || count.data === undefined ? 0 : count.data.people - count.data.already;
  const add = (): void => {
    void work.run({ sessionId: session.id, ...copyOf(invited) }).then((reply) => {
      if (!reply.ok) return;
      notify(text.added(reply.value.added));
      onClose();
    });
  };
  const choose = (next: Way): void => {
    setWay(next);
    setInvited(next === 'pool' ? { ...nobody, pool: true } : nobody);
  };
  const panels: Readonly<Record<Way, () => ReactNode>> = {
    teams: () => (
      <PickTeams
        value={invited}
        onChange={(places) => {
          setInvited({ ...nobody, ...places });
        }}
      />
    ),
    search: () => (
      <PickPeople
        value={invited.personIds}
        onChange={(personIds) => {
          setInvited({ ...nobody, personIds });
        }}
      />
    ),
    paste: () => (
      <PasteNames
        sessionId={session.id}
        onChange={(personIds) => {
          setInvited({ ...nobody, personIds });
        }}
      />
    ),
    guest: () => <AddGuest sessionId={session.id} />,
    pool: () => <p>{text.pool(count.data?.people ?? 0)}</p>,
  };
  return (
    <Dialog onClose={onClose} title={text.title} size="xl">
      <div
        className="stack"
        onKeyDown={(event) => {
          if (event.ctrlKey && event.key === 'Enter' && way !== 'guest' && fresh > 0) add();
        }}
      >
        <div className="ways" role="tablist" aria-label={text.wayLabel}>
          {(Object.keys(text.ways) as readonly Way[]).map((one, index, all) => (
            <button
              key={one}
              type="button"
              role="tab"
              aria-selected={way === one}
              tabIndex={way === one ? 0 : -1}
              {...(way === one ? { 'data-autofocus': true } : {})}
              onClick={() => {
                choose(one);
              }}
              onKeyDown={(event) => {
                const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
                const next = by === 0 ? undefined : all[(index + by + all.length) % all.length];
                if (next === undefined) return;
                choose(next);
                const list = event.currentTarget.parentElement;
                list?.querySelectorAll<HTMLElement>('[role=tab]')[all.indexOf(next)]?.focus();
              }}
            >
              {text.ways[one]}
            </button>
          ))}
        </div>
        <div role="tabpanel" aria-label={text.ways[way]} className="way-panel">
          {panels[way]()}
        </div>
        <FailureNotice failure={work.failure} />
        {way === 'guest' ? null : (
          <div className="row">
            <Button disabled={fresh === 0} loading={work.isRunning} onClick={add}>
              {text.add(fresh)} (Ctrl+Enter)
            </Button>
            <span className="muted" role="status">
              {isNobody(invited) ? text.nothing : text.chosen(fresh, count.data?.already ?? 0)}
            </span>
          </div>
        )}
      </div>
    </Dialog>
  );
};
