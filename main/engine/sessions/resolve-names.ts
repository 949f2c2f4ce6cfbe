import { listNamedPeople, type NamedPerson } from '#db/queries/session.ts';
import { cleanText, fold, toneKey } from '#shared/text/vietnamese.ts';
import { unitNameOf } from '#engine/communes.ts';
import type { Handler } from '#engine/context.ts';

type Pasted = { readonly line: number; readonly text: string; readonly name: string; readonly rest: string };

const number = /^(?:\d{1,4}[.)]?|[-•*])$/;

/** Cells of a line pasted from a spreadsheet or a text: tabs, semicolons or two spaces part them. */
const cellsOf = (text: string): readonly string[] =>
  text
    .split(/\t|;|\s{2,}/)
    .map(cleanText)
    .filter((cell) => cell !== '' && !number.test(cell));

const isName = (cell: string): boolean => /^[\p{L}\p{M}'’ʼ.\- ]+$/u.test(cell) && cell.includes(' ');

/** A number before the name, forms of address, and a year behind it are no part of the name. */
const bareName = (cell: string): string =>
  cell
    .replace(/^\d{1,4}[.)]?\s+/, '')
    .replace(/^(?:ông|bà|anh|chị)[:.]?\s+(?=\S+\s+\S)/iu, '')
    .replace(/[-–,(]?\s*(?:sinh năm|sn)?\s*\d[\d/.\- ]*\)?$/iu, '')
    .trim();

const readLine = (text: string, index: number): Pasted => {
  const cells = cellsOf(text);
  const first = cells.find((cell) => isName(bareName(cell))) ?? cells[0] ?? '';
  return { line: index + 1, text: cleanText(text), name: bareName(first), rest: cleanText(text) };
};

const yearsIn = (text: string): readonly string[] => text.match(/(?:19|20)\d{2}/g) ?? [];

const keep = <T>(all: readonly T[], isRight: (one: T) => boolean): readonly T[] => {
  const right = all.filter(isRight);
  return right.length === 0 ? all : right;
};

/** People of that name, narrowed by tones, year of birth, team and commune where the line says them. */
const match = ({ name, rest }: Pasted, byName: ReadonlyMap<string, readonly NamedPerson[]>): readonly NamedPerson[] => {
  const same = byName.get(fold(name)) ?? [];
  const years = yearsIn(rest);
  const around = fold(rest);
  const toned = keep(same, (person) => toneKey(person.fullName) === toneKey(name));
  const born = keep(toned, (person) => years.includes(person.birthDate?.slice(0, 4) ?? ''));
  const inTeam = keep(born, (person) => person.teamName !== '' && around.includes(fold(person.teamName)));
  return keep(inTeam, ({ communeId }) => {
    const commune = fold(unitNameOf(communeId)).replace(/^(xa|phuong|thi tran) /, '');
    return commune !== '' && around.includes(commune);
  });
};

export const resolveNames: Handler<'session.resolveNames'> = ({ database, identity }, { text }) => {
  const byName = Map.groupBy(listNamedPeople(database, identity.officeId), (person) => fold(person.fullName));
  const lines = text
    .split(/\r?\n/)
    .map(readLine)
    .filter((line) => line.name !== '');
  return {
    lines: lines.map((line) => ({
      line: line.line,
      text: line.text,
      name: line.name,
      matches: match(line, byName).map(({ communeId, ...person }) => ({ ...person, communeName: unitNameOf(communeId) })),
    })),
  };
};
