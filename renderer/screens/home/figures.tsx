import type { ReactNode } from 'react';
import type { Status } from '#shared/contract/workspace-methods.ts';
import { findLegalRule } from '#shared/domain/legal-rules.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

type FigureProps = { readonly value: number; readonly label: string; readonly note?: ReactNode };

const Figure = ({ value, label, note }: FigureProps) => (
  <div>
    <div className="figure">{formatCount(value)}</div>
    <div>{label}</div>
    {note === undefined ? null : <div className="small">{note}</div>}
  </div>
);

/** The pool of trainers against the plan in force on the workspace's day. */
const PoolNote = ({ count }: { readonly count: number }) => {
  const { office } = useSession();
  const least = findLegalRule(office.tier === 'province' ? 'province-pool' : 'district-pool-minimum', office.asOf)?.value;
  const most = office.tier === 'province' ? least : findLegalRule('district-pool-maximum', office.asOf)?.value;
  if (least === undefined || most === undefined) return null;
  const text = least === most ? words.home.poolExact(least) : words.home.poolText(least, most);
  return count < least || count > most ? <span className="badge warn">{text}</span> : <span className="muted">{text}</span>;
};

/** Trainers of the office's own pool who have not been replaced. */
const useTrainerCount = (): number => {
  const { office } = useSession();
  return useAnswer('trainer.list', { officeId: office.id, limit: 1 }).data?.total ?? 0;
};

/** A district's numbers: of people, those in office, as the lists show them. */
export const DistrictFigures = ({ status: { counts } }: { readonly status: Status }) => {
  const mediators = useAnswer('mediator.list', { limit: 1 });
  const trainers = useTrainerCount();
  return (
    <section aria-label={words.home.numbers} className="sheet figures clip">
      <Figure value={counts.team ?? 0} label={words.home.teams} />
      <Figure value={mediators.data?.total ?? 0} label={words.home.mediators} />
      <Figure value={trainers} label={words.home.trainers} note={<PoolNote count={trainers} />} />
      <Figure value={counts.session ?? 0} label={words.home.sessions} />
      <Figure value={counts['residential-unit'] ?? 0} label={words.home.residentialUnits} />
      <Figure value={counts.nomination ?? 0} label={words.home.nominations} />
    </section>
  );
};

/** What the province has taken in, and its own pool of trainers. */
export const ProvinceFigures = () => {
  const teams = useAnswer('team.list', { limit: 1 });
  const mediators = useAnswer('mediator.list', { limit: 1 });
  const trainers = useTrainerCount();
  return (
    <section aria-label={words.home.provinceNumbers} className="sheet figures in-row clip">
      <Figure value={teams.data?.total ?? 0} label={words.home.teams} />
      <Figure value={mediators.data?.total ?? 0} label={words.home.mediators} />
      <Figure value={trainers} label={words.home.provinceTrainers} note={<PoolNote count={trainers} />} />
    </section>
  );
};
