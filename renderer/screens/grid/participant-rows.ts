import type { ResolvedName } from '#shared/contract/session-methods.ts';
import type { Issue } from '#shared/domain/record.ts';
import { ask } from '#renderer/rpc/engine.ts';
import type { ReadGridRow } from './grid-plan.ts';

const issue = (code: string, severity: Issue['severity']): Issue => ({ code, field: 'fullName', severity });

const isOfYear = (typed: unknown, known: string | null): boolean =>
  typeof typed !== 'string' || known === null || known.slice(0, 4) === typed.slice(0, 4);

type Known = { readonly found: ResolvedName | undefined; readonly taken: ReadonlySet<string> };

/** Whom a row means: the one person of the books with that name and year, a guest where there is none; several are asked for their year. */
const decideRow = (row: ReadGridRow, sessionId: string, { found, taken }: Known): ReadGridRow => {
  const { fullName, birthDate, ...guest } = row.line;
  const matches = (found?.matches ?? []).filter((one) => isOfYear(birthDate, one.birthDate));
  const [person] = matches;
  if (matches.length > 1) return { ...row, issues: [...row.issues, issue('participant-several', 'error')] };
  if (person === undefined) {
    const { guestPosition, guestUnit, onStatePayroll } = guest;
    const line = { sessionId, guestName: fullName, guestPosition, guestUnit, onStatePayroll };
    return { ...row, line, asks: [issue('participant-guest', 'question')] };
  }
  return taken.has(person.personId)
    ? { ...row, issues: [...row.issues, issue('participant-listed', 'error')] }
    : { ...row, line: { sessionId, personId: person.personId, ...guest } };
};

/** Rows of a class list with the people they mean. Somebody who is on the list already, also twice in the grid, is not written again. */
export const prepareParticipants = async (
  sessionId: string,
  rows: readonly ReadGridRow[],
  listed: readonly string[],
): Promise<readonly ReadGridRow[]> => {
  const named = rows.filter(({ line }) => typeof line.fullName === 'string');
  const text = named.map(
    ({ line }) => `${String(line.fullName)}\t${typeof line.birthDate === 'string' ? line.birthDate.slice(0, 4) : ''}`,
  );
  const { lines } = await ask('session.resolveNames', { text: text.join('\n') });
  const foundAt = new Map(lines.map((line) => [line.line, line]));
  const taken = new Set(listed);
  return rows.map((row) => {
    const at = named.indexOf(row);
    if (at < 0) return row;
    const decided = decideRow(row, sessionId, { found: foundAt.get(at + 1), taken });
    if (typeof decided.line.personId === 'string') taken.add(decided.line.personId);
    return decided;
  });
};
