import { listCandidates, listIdentityLinks } from '#db/queries/identity.ts';
import { findProjected } from '#db/queries/projection.ts';
import { withLostZero } from '#shared/domain/citizen-id.ts';
import { partialDateSchema } from '#shared/domain/date.ts';
import { matchRead, readPerson, type ReadPerson } from '#shared/matching/match.ts';
import { normalisePhone } from '#shared/domain/phone.ts';
import { cleanText } from '#shared/text/vietnamese.ts';
import type { Handler, QueryContext } from '#engine/context.ts';
import { readDecisions } from '#engine/identity-decisions.ts';
import { matchReasonsOf } from '#engine/match-reasons.ts';
import { cardsOf } from './person-cards.ts';

type Input = Parameters<Handler<'person.suspects'>>[1];

const communeOf = (context: QueryContext, { communeId, teamId, residentialUnitId }: Input): string | null => {
  if (communeId != null) return communeId;
  const place =
    teamId != null
      ? findProjected(context.database, 'team', teamId)
      : residentialUnitId != null
        ? findProjected(context.database, 'residential-unit', residentialUnitId)
        : undefined;
  return typeof place?.values.communeId === 'string' ? place.values.communeId : null;
};

const digitsOf = (citizenId: string | null | undefined): string => (citizenId ?? '').replace(/[\s.-]/g, '');

const swapped = (date: string): string => `${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`;

const candidatesOf = (context: QueryContext, person: ReadPerson) => {
  const { facts, name, birth } = person;
  const digits = digitsOf(facts.citizenId);
  const date = facts.birthDate ?? '';
  const isWholeDay = birth !== null && birth.month !== null && birth.day !== null;
  return listCandidates(context.database, {
    citizenIds: digits === '' ? [] : [digits, withLostZero(digits) ?? digits],
    phones: [facts.phone ?? '', ...(facts.phone ?? '').split('; ')].filter((phone) => phone.length >= 8),
    birthDates: isWholeDay ? [date, swapped(date)] : [],
    birthYear: birth?.year ?? null,
    given: name.given.plain,
    communeId: facts.communeId ?? null,
  });
};

/** Who may be the person of the form: compared with those of the same number, phone, birth or commune. */
export const listSuspects: Handler<'person.suspects'> = (context, input) => {
  const isDate = partialDateSchema.safeParse(input.birthDate).success;
  const asked = readPerson({
    ...input,
    fullName: cleanText(input.fullName),
    birthDate: isDate ? input.birthDate : null,
    phone: normalisePhone(input.phone ?? ''),
    communeId: communeOf(context, input),
  });
  if (asked.name.given.plain === '') return { suspects: [] };
  const decisions = readDecisions(listIdentityLinks(context.database), context.identity.officeId);
  const found = candidatesOf(context, asked)
    .filter(({ id }) => id !== input.id && (input.id === undefined || decisions.on(input.id, id) === undefined))
    .map((row) => ({ id: row.id, match: matchRead(asked, readPerson(row)) }))
    .filter(({ match }) => match.verdict !== 'unlikely')
    .sort((a, b) => b.match.score - a.match.score || (a.id < b.id ? -1 : 1))
    .slice(0, input.limit);
  const card = cardsOf(
    context,
    found.map(({ id }) => id),
  );
  return {
    suspects: found.flatMap(({ id, match }) => {
      const person = card(id);
      if (person === undefined || match.verdict === 'unlikely') return [];
      return [{ person, score: match.score, verdict: match.verdict, reasons: matchReasonsOf(match) }];
    }),
  };
};
