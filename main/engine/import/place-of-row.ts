import { findUnitById } from '#shared/catalogue/units.ts';
import { unitKindOf } from '#shared/import/code-words.ts';
import type { Place } from '#shared/import/place.ts';
import type { NamedDecision } from '#shared/import/read-decision.ts';
import type { RowWork } from './row-work.ts';

/** Where a row belongs, by ids; `null` where it is not said or not known. */
export type FoundPlace = { readonly communeId: string | null; readonly unitId: string | null };

/** The commune that a row names, else that of its sheet. Says `commune-unknown` or `commune-ambiguous`. */
export const findCommune = (work: RowWork, place: Place, sheetCommune: string | null): string | null => {
  if (place.communeName === undefined) return sheetCommune;
  const code = /^\d{5}(@\d{4}-\d{2}-\d{2})?$/.test(place.communeName) ? place.communeName : undefined;
  const found =
    code === undefined
      ? work.facts.books.communesNamed(place.communeName)
      : work.facts.books.communeIds.filter((id) => id === code);
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  if (sheetCommune !== null && found.includes(sheetCommune)) return sheetCommune;
  work.say(found.length === 0 ? 'commune-unknown' : 'commune-ambiguous', 'communeId', 'error');
  return null;
};

/** The village a row names; one that the books do not have comes along, if its name says what kind of unit it is. */
export const findOrAddUnit = (work: RowWork, place: Place, communeId: string | null): string | null => {
  const name = place.residentialUnitName;
  if (name === undefined || communeId === null) return null;
  const known = work.facts.books.unitNamed(communeId, name);
  if (known !== undefined) return known;
  const kind = unitKindOf(name);
  if (kind === undefined) {
    work.say('unit-name-unclear', 'residentialUnitId', 'question');
    return null;
  }
  return work.put('residential-unit', null, { name, kind, communeId });
};

const issuerOf = (communeId: string): string =>
  `Ủy ban nhân dân ${(findUnitById(communeId)?.fullName ?? '').replace(/^\p{L}/u, (letter) => letter.toLowerCase())}`;

/** The decision a row names. One that the books do not have comes along when its date is known; else the row says so. */
export const findOrAddDecision = (
  work: RowWork,
  decision: NamedDecision | null,
  kind: 'mediator-recognised' | 'team-established' | 'trainer-appointed',
  communeId: string | null,
): { readonly id: string; readonly decidedOn: string | null } | null => {
  if (decision === null) return null;
  const numbered = work.facts.books
    .decisionsNumbered(decision.number)
    .filter((one) => one.communeId === communeId || one.communeId === null);
  const dated = decision.decidedOn === null ? numbered : numbered.filter((one) => one.decidedOn === decision.decidedOn);
  const [only] = dated;
  if (dated.length === 1 && only !== undefined) return only;
  if (decision.decidedOn === null) {
    work.say(dated.length > 1 ? 'decision-ambiguous' : 'decision-date-missing', 'decisionId', 'question');
    return null;
  }
  const issuer = decision.issuer ?? (communeId === null ? null : issuerOf(communeId));
  if (issuer === null) {
    work.say('decision-issuer-missing', 'decisionId', 'question');
    return null;
  }
  const id = work.put('decision', null, {
    number: decision.number,
    decidedOn: decision.decidedOn,
    kind,
    issuer,
    ...(decision.signer === null ? {} : { signer: decision.signer }),
    ...(communeId === null ? {} : { communeId }),
  });
  return { id, decidedOn: decision.decidedOn };
};
