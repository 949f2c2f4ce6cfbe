import { fold } from '#shared/text/vietnamese.ts';
import { backgroundsOf, ethnicGroupOf, isMark, roleOf } from './code-words.ts';
import { targetsOf, type ColumnTarget, type ImportKind } from './column-target.ts';
import type { Header } from './find-header.ts';
import { lineOf, type Grid } from './grid.ts';

/** A column as recognised. `unknown`: nothing is known of it, its values are not taken in unless a person says what they are. */
export type Column = {
  readonly target: ColumnTarget | null;
  readonly confidence: 'sure' | 'likely' | 'unknown';
};

const sampleSize = 200;

type Samples = (column: number) => readonly string[];

const samplesOf =
  (grid: Grid, header: Header): Samples =>
  (column) =>
    grid.rows
      .filter((row) => row.index > header.last)
      .slice(0, sampleSize)
      .map((row) => lineOf(row.cells[column]))
      .filter(Boolean);

const share = (samples: readonly string[], test: (text: string) => boolean): number =>
  samples.length === 0 ? 0 : samples.filter(test).length / samples.length;

const isYearOrDate = (text: string): boolean => /\d{4}$|^\d{1,2}[/.-]\d{1,2}/.test(text);

/** Heads that say too little are settled by what stands below them. */
const settle = (target: ColumnTarget, samples: readonly string[]): ColumnTarget => {
  if (target === 'mark:sex=male' && share(samples, isYearOrDate) > 0.5) return 'birthDate:male';
  if (target === 'mark:sex=female' && share(samples, isYearOrDate) > 0.5) return 'birthDate:female';
  if (target === 'birthDate:male' && samples.length > 0 && share(samples, isMark) > 0.8) return 'mark:sex=male';
  if (target === 'birthDate:female' && samples.length > 0 && share(samples, isMark) > 0.8) return 'mark:sex=female';
  // "ĐT" is the telephone, "DT" the ethnic group, and both are folded to the same.
  if (target === 'phone' && share(samples, (text) => ethnicGroupOf(text) !== undefined) > 0.5) return 'ethnicGroup';
  if (target === 'position' && share(samples, (text) => roleOf(text) !== undefined) > 0.5) return 'role';
  if (target === 'backgrounds' && share(samples, (text) => backgroundsOf(text) === undefined) > 0.5) return 'position';
  return target;
};

const substitutes: Readonly<Partial<Record<ImportKind, Readonly<Partial<Record<ColumnTarget, ColumnTarget>>>>>> = {
  trainer: { organisation: 'agency', professionalLevel: 'qualification', recognizedOn: 'appointedOn', role: 'position' },
  mediator: { agency: 'organisation', establishedOn: 'recognizedOn' },
  person: { agency: 'organisation' },
};

/**
 * What each column holds, for a kind. A target is taken by one column: the surer one, then the one further left; a column whose target is
 * taken or makes no sense for the kind is left to the person.
 */
export const recogniseColumns = (grid: Grid, header: Header, kind: ImportKind): readonly Column[] => {
  const samples = samplesOf(grid, header);
  const allowed = new Set(targetsOf(kind));
  const guesses = header.guesses.map((guess, column) => {
    if (guess === undefined) return undefined;
    const settled = settle(guess.target, samples(column));
    const target = allowed.has(settled) ? settled : substitutes[kind]?.[settled];
    return target === undefined ? undefined : { target, confidence: guess.confidence };
  });
  const taken = new Map<ColumnTarget, number>();
  for (const wanted of ['sure', 'likely'] as const)
    guesses.forEach((guess, column) => {
      if (guess?.confidence === wanted && !taken.has(guess.target)) taken.set(guess.target, column);
    });
  // A list with a column of years and one of whole dates: the whole date says more.
  return withNameParts(
    guesses.map((guess, column): Column =>
      guess !== undefined && taken.get(guess.target) === column ? guess : { target: null, confidence: 'unknown' },
    ),
    header,
    samples,
  );
};

/** "Họ và tên" over two columns without words below: family and middle names stand in the first, the given name in the second. */
const withNameParts = (columns: readonly Column[], header: Header, samples: Samples): readonly Column[] => {
  const at = columns.findIndex((column) => column.target === 'fullName');
  const next = columns[at + 1];
  if (at < 0 || next?.target !== null) return columns;
  const words = header.paths[at + 1] ?? [];
  const isCovered = words.length === 0 || words.join() === (header.paths[at] ?? []).join();
  const isGivenName = share(samples(at + 1), (text) => !text.includes(' ') && /^\p{L}[\p{L}\p{M}'’]*$/u.test(text)) > 0.8;
  if (!isCovered || samples(at + 1).length === 0 || !isGivenName) return columns;
  return columns.map((column, index): Column => {
    if (index === at) return { target: 'familyName', confidence: 'likely' };
    return index === at + 1 ? { target: 'givenName', confidence: 'likely' } : column;
  });
};

/** What a sheet seems to list, by its title, head and columns. */
export const guessKind = (grid: Grid, header: Header): ImportKind => {
  const samples = samplesOf(grid, header);
  const targets = new Set(header.guesses.flatMap((guess, column) => (guess ? [settle(guess.target, samples(column))] : [])));
  const title = grid.rows
    .filter((row) => row.index < header.first)
    .flatMap((row) => row.cells.map(lineOf))
    .join(' ');
  const words = fold(`${title} ${header.paths.flat().join(' ')} ${grid.name}`);
  if (targets.has('fullName') || targets.has('givenName') || targets.has('familyName')) {
    if (/\btap huan vien\b/.test(words) || targets.has('source') || targets.has('fieldOfLaw')) return 'trainer';
    const below = grid.rows.filter((row) => row.index > header.last && row.index < header.last + 200);
    const hasTeams =
      ['teamName', 'role', 'mark:role=leader', 'recognizedOn', 'electedOn'].some((target) =>
        targets.has(target as ColumnTarget),
      ) || below.some((row) => row.cells.some((cell) => /\bto hoa giai\b/.test(fold(lineOf(cell)))));
    return hasTeams || /\bhoa giai vien\b|\bto hoa giai\b|\bhgv\b/.test(words) ? 'mediator' : 'person';
  }
  if (targets.has('teamName')) return 'team';
  return 'residential-unit';
};
