import { listVillageFacts } from '#db/queries/village.ts';
import type { Issue, RecordValues } from '#shared/domain/record.ts';
import { hasNamesake } from '#shared/domain/village-findings.ts';
import type { CommandContext } from '#engine/context.ts';

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A question where a village is typed whose name another village of the commune has at the same time. */
export const namesakeIssues = (
  { database, identity }: CommandContext,
  id: string,
  before: RecordValues,
  after: RecordValues,
): readonly Issue[] => {
  const [name, communeId] = [textOf(after.name), textOf(after.communeId)];
  if (name === null || communeId === null) return [];
  if (before.name === after.name && before.communeId === after.communeId) return [];
  const { officeId } = identity;
  const village = {
    ...{ id, officeId, communeId, name, predecessorIds: [] },
    validFrom: textOf(after.validFrom),
    validTo: textOf(after.validTo),
  };
  return hasNamesake(village, listVillageFacts(database, { officeId, communeId }))
    ? [{ code: 'village-name-twice', field: 'name', severity: 'question' }]
    : [];
};
