import { findProjected } from '#db/queries/projection.ts';
import { listParticipants, type ParticipantRow } from '#db/queries/session.ts';
import { formatDate } from '#shared/domain/date.ts';
import type { TrainingSession } from '#shared/domain/session.ts';
import { sessionPaperWords as words } from '#shared/text/session-paper-words.vi.ts';
import type { QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';

export type SessionFacts = {
  readonly id: string;
  readonly values: Partial<TrainingSession>;
  readonly sittingCount: number;
  readonly participants: readonly ParticipantRow[];
};

/** Fails with `usage-wrong` without a session, `record-not-found` or `record-removed`. */
export const getSessionFacts = ({ database }: QueryContext, id: string | undefined): SessionFacts => {
  if (id === undefined) throw failure('usage-wrong', { reason: '--subject session' });
  const session = findProjected(database, 'session', id);
  if (!session) throw failure('record-not-found', { kind: 'session' });
  if (session.removed) throw failure('record-removed', { kind: 'session' });
  const values = session.values as Partial<TrainingSession>;
  return { id, values, sittingCount: Math.max(1, values.sittingCount ?? 1), participants: listParticipants(database, id) };
};

const shown = (day: string | null | undefined): string => (day == null ? '' : formatDate(day));

/** "từ ngày 14/05/2019 đến ngày 15/05/2019, 3 buổi, mỗi buổi 4 tiết". */
export const sessionTime = ({ startsOn, endsOn, dayCount, sittingCount, periodsPerSitting }: Partial<TrainingSession>): string =>
  [
    ...(startsOn == null
      ? []
      : [endsOn == null || endsOn === startsOn ? words.day(shown(startsOn)) : words.days(shown(startsOn), shown(endsOn))]),
    ...(dayCount == null ? [] : [words.dayCount(dayCount)]),
    ...(sittingCount == null ? [] : [words.sittings(sittingCount)]),
    ...(periodsPerSitting == null ? [] : [words.periods(periodsPerSitting)]),
  ].join(', ');

/** Number and day of a plan or invitation, or nothing. */
export const numberAndDay = (number: string | null | undefined, day: string | null | undefined): string =>
  number == null ? '' : words.numberAndDay(number, shown(day));

/** Attendances (lượt): one for each person and sitting of the class. */
export const attendancesOf = (participants: readonly ParticipantRow[], sittingCount: number): number =>
  participants.reduce((total, one) => total + one.present.filter((sitting) => sitting <= sittingCount).length, 0);
