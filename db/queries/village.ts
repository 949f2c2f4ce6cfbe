import type { ReadableDatabase } from '#db/open.ts';
import type { VillageFacts } from '#shared/domain/village-findings.ts';

type VillageRow = Omit<VillageFacts, 'predecessorIds'> & { readonly predecessorIds: string };

/** Villages that are not removed, of one office or of all, of one commune or of all, in the order of their ids. */
export const listVillageFacts = (
  database: ReadableDatabase,
  { officeId, communeId }: { readonly officeId?: string | undefined; readonly communeId?: string | undefined },
): readonly VillageFacts[] =>
  database
    .prepare(
      `SELECT id, office_id AS officeId, commune_id AS communeId, coalesce(name, '') AS name, valid_from AS validFrom,
         valid_to AS validTo, coalesce(predecessor_ids, '[]') AS predecessorIds
       FROM residential_unit
       WHERE removed = 0 AND (@officeId IS NULL OR office_id = @officeId) AND (@communeId IS NULL OR commune_id = @communeId)
       ORDER BY id`,
    )
    .all<VillageRow>({ officeId: officeId ?? null, communeId: communeId ?? null })
    .map((row) => ({ ...row, predecessorIds: JSON.parse(row.predecessorIds) as readonly string[] }));
