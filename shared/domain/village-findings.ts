import { fold } from '#shared/text/vietnamese.ts';
import type { RawFinding } from './findings.ts';

/** A village as rules over several of them see it. Days `YYYY-MM-DD`, `null` where unknown or still in force. */
export type VillageFacts = {
  readonly id: string;
  readonly officeId: string;
  readonly communeId: string | null;
  readonly name: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly predecessorIds: readonly string[];
};

type Lasting = Pick<VillageFacts, 'validFrom' | 'validTo'>;

/** Whether one had ended when the other began; what has ended counts as the earlier where the other's beginning is unknown. */
const isBefore = (end: string | null, begin: string | null): boolean => end !== null && (begin === null || end < begin);

/** Whether two villages were there on one and the same day, as far as is known. */
export const wereThereTogether = (one: Lasting, other: Lasting): boolean =>
  !isBefore(one.validTo, other.validFrom) && !isBefore(other.validTo, one.validFrom);

/** The last day of villages whose place another takes: the day before that one begins. */
export const lastDayBefore = (validFrom: string): string => {
  const day = new Date(`${validFrom}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
};

/** Villages named as predecessors that may end the day before the new one begins: still in force, and begun by then. */
export const endingPredecessors = <V extends Lasting & { readonly id: string }>(
  { validFrom, predecessorIds }: Pick<VillageFacts, 'validFrom' | 'predecessorIds'>,
  villages: readonly V[],
): readonly V[] =>
  villages.filter(
    (one) =>
      predecessorIds.includes(one.id) &&
      one.validTo === null &&
      (validFrom === null || one.validFrom === null || one.validFrom < validFrom),
  );

const findingOf = (rule: string, village: VillageFacts): RawFinding => ({
  rule,
  article: null,
  severity: 'question',
  kind: 'residential-unit',
  id: village.id,
  officeId: village.officeId,
  unitId: village.communeId,
  title: village.name,
  details: {},
});

const nameKey = ({ officeId, communeId, name }: Pick<VillageFacts, 'officeId' | 'communeId' | 'name'>): string =>
  `${officeId} ${communeId ?? ''} ${fold(name)}`;

/** Whether another village of the same name is in the commune at the same time. */
export const hasNamesake = (village: VillageFacts, others: readonly VillageFacts[]): boolean =>
  others.some((other) => other.id !== village.id && nameKey(other) === nameKey(village) && wereThereTogether(village, other));

/**
 * Villages that were divided or merged and go on beside those that came of them, and two of one name in a commune. Questions: a village
 * from which a part was taken may go on, and a commune may have kept two names for a while.
 */
export const findVillageIssues = (villages: readonly VillageFacts[]): readonly RawFinding[] => {
  const byId = new Map(villages.map((village) => [village.id, village]));
  const goingOn = new Set(
    villages.flatMap((village) =>
      village.predecessorIds.filter((id) => {
        const old = byId.get(id);
        return old !== undefined && !isBefore(old.validTo, village.validFrom);
      }),
    ),
  );
  const byName = Map.groupBy(villages, nameKey);
  return villages.flatMap((village) => {
    const earlier = (byName.get(nameKey(village)) ?? []).filter(({ id }) => id < village.id);
    return [
      ...(goingOn.has(village.id) ? [findingOf('village-goes-on', village)] : []),
      ...(hasNamesake(village, earlier) ? [findingOf('village-name-twice', village)] : []),
    ];
  });
};
