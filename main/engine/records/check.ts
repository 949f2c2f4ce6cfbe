import { communeIdsOf } from '#engine/communes.ts';
import type { Handler } from '#engine/context.ts';
import { listFindings, withMessage } from '#engine/findings.ts';

/** `unit` narrows to a commune, or to an office with all its communes. */
export const runCheck: Handler<'check.run'> = (context, { unit, kind, id }) => {
  const communes = unit === undefined ? undefined : new Set([unit, ...communeIdsOf(context, unit)]);
  return listFindings(context, undefined)
    .filter(
      (finding) =>
        communes === undefined || (finding.unitId !== null && communes.has(finding.unitId)) || finding.officeId === unit,
    )
    .filter((finding) => (kind === undefined || finding.kind === kind) && (id === undefined || finding.id === id))
    .map(withMessage);
};
