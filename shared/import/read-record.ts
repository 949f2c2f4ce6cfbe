import type { FieldValue } from '#shared/domain/field.ts';
import { cleanParagraph, cleanText } from '#shared/text/vietnamese.ts';
import { codeReaders, isMark, isNoMark, lawDegreeOf, professionalLevelOf, roleOf, unitKindOf } from './code-words.ts';
import { markOf, type ColumnTarget, type ImportKind } from './column-target.ts';
import { lineOf, type GridCell } from './grid.ts';
import { readPlace, type Place } from './place.ts';
import { readDay, readPartialDate } from './read-date.ts';
import { readDecision, type NamedDecision } from './read-decision.ts';
import { readName } from './read-name.ts';
import { readCitizenNumber, readCount, readPhone } from './read-numbers.ts';
import type { Reading, RowIssue } from './row-issue.ts';
import { suggestSex } from './suggest-sex.ts';

export type RowCells = ReadonlyMap<ColumnTarget, GridCell>;

/** A record as a row tells it: values by field; places and decisions by their names, to be found in the books. */
export type ReadRecord = {
  readonly kind: ImportKind;
  /** Name for lists. */
  readonly title: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly place: Place;
  readonly decision: NamedDecision | null;
  readonly issues: readonly RowIssue[];
};

/** Collects values and issues of one row. */
type Collector = {
  readonly values: Record<string, FieldValue>;
  readonly issues: RowIssue[];
  readonly take: <Value extends FieldValue>(field: string, reading: Reading<Value>) => Value | null;
};

const createCollector = (given: readonly RowIssue[]): Collector => {
  const values: Record<string, FieldValue> = {};
  const issues = [...given];
  return {
    values,
    issues,
    take: (field, reading) => {
      issues.push(...reading.issues);
      if (reading.value !== null) values[field] = reading.value;
      return reading.value;
    },
  };
};

const readCode = (cell: GridCell | undefined, field: string): Reading<string | readonly string[]> => {
  if (cell === undefined) return { value: null, issues: [] };
  const code = codeReaders[field]?.(lineOf(cell));
  return code === undefined
    ? { value: null, issues: [{ code: 'code-unknown', field, severity: 'error' }] }
    : { value: code, issues: [] };
};

const takeCodes = (cells: RowCells, into: Collector, fields: readonly ColumnTarget[]): void => {
  for (const field of fields) into.take(field, readCode(cells.get(field), field));
};

const takeTexts = (cells: RowCells, into: Collector, fields: readonly ColumnTarget[]): void => {
  for (const field of fields) {
    const cell = cells.get(field);
    if (cell?.kind === 'error') into.issues.push({ code: 'cell-error', field, severity: 'error' });
    else if (cell) into.values[field] = cleanText(lineOf(cell));
  }
};

/** Crosses in columns of marks: one per field, or it is a contradiction. */
const takeMarks = (cells: RowCells, into: Collector): void => {
  for (const [target, cell] of cells) {
    const mark = markOf(target);
    if (mark === undefined || isNoMark(lineOf(cell))) continue;
    if (!isMark(lineOf(cell))) into.issues.push({ code: 'mark-unclear', field: mark.field, severity: 'error' });
    else if (into.values[mark.field] !== undefined && into.values[mark.field] !== mark.value)
      into.issues.push({ code: 'marks-contradict', field: mark.field, severity: 'error' });
    else into.values[mark.field] = mark.value;
  }
};

const takeBirth = (cells: RowCells, into: Collector, today: string): void => {
  into.take('birthDate', readPartialDate(cells.get('birthDate'), 'birthDate', today));
  const split = (['male', 'female'] as const).flatMap((sex) => {
    const cell = cells.get(`birthDate:${sex}`);
    return cell === undefined || isNoMark(lineOf(cell)) ? [] : [{ sex, cell }];
  });
  if (split.length > 1) into.issues.push({ code: 'birth-both-sexes', field: 'birthDate', severity: 'error' });
  const [only] = split;
  if (only === undefined || split.length > 1) return;
  // A cross in place of the year still tells the sex.
  if (!isMark(lineOf(only.cell))) into.take('birthDate', readPartialDate(only.cell, 'birthDate', today));
  if (into.values.sex !== undefined && into.values.sex !== only.sex)
    into.issues.push({ code: 'marks-contradict', field: 'sex', severity: 'error' });
  else into.values.sex = only.sex;
};

const nameTargets = ['fullName', 'familyName', 'givenName'] as const;

const nameText = (cells: RowCells): string => {
  const whole = cells.get('fullName');
  if (whole) return lineOf(whole);
  return [cells.get('familyName'), cells.get('givenName')].map(lineOf).filter(Boolean).join(' ');
};

const takeSex = (into: Collector, fullName: string, fromTitle: 'male' | 'female' | null): void => {
  if (into.values.sex !== undefined || into.issues.some((issue) => issue.field === 'sex' && issue.severity === 'error')) return;
  if (fromTitle !== null) {
    into.values.sex = fromTitle;
    return;
  }
  const suggested = suggestSex(fullName);
  if (suggested === undefined) return;
  into.values.sex = suggested;
  into.issues.push({ code: 'sex-from-name', field: 'sex', severity: 'decision', details: { sex: suggested } });
};

const takeLevel = (cells: RowCells, into: Collector): void => {
  const cell = cells.get('professionalLevel');
  if (cell) {
    const text = lineOf(cell);
    into.take('professionalLevel', readCode(cell, 'professionalLevel'));
    const degree = lawDegreeOf(text);
    if (degree !== undefined && professionalLevelOf(text) === 'law') into.values.lawDegree = degree;
  }
  const degreeCell = cells.get('lawDegree');
  if (!degreeCell || isNoMark(lineOf(degreeCell))) return;
  into.take('lawDegree', readCode(degreeCell, 'lawDegree'));
  if (into.values.lawDegree !== undefined && into.values.professionalLevel === undefined) into.values.professionalLevel = 'law';
};

const takeRemark = (into: Collector, remark: string, kind: ImportKind): void => {
  if (remark === '') return;
  const role = roleOf(remark);
  if (kind === 'mediator' && role !== undefined && into.values.role === undefined) into.values.role = role;
  else if (into.values.note === undefined) into.values.note = remark;
  else into.issues.push({ code: 'remark-left-out', field: 'note', severity: 'question' });
};

const takePerson = (cells: RowCells, into: Collector, kind: ImportKind, today: string): void => {
  takeTexts(
    cells,
    into,
    kind === 'trainer' ? ['occupation', 'organisation', 'note'] : ['occupation', 'organisation', 'position', 'note'],
  );
  const typed = nameText(cells);
  const isBroken = nameTargets.some((target) => cells.get(target)?.kind === 'error');
  if (isBroken) into.issues.push({ code: 'cell-error', field: 'fullName', severity: 'error' });
  const name = typed === '' || isBroken ? null : readName(typed);
  into.take('sex', readCode(cells.get('sex'), 'sex'));
  takeMarks(cells, into);
  takeBirth(cells, into, today);
  takeCodes(cells, into, ['ethnicGroup', 'generalEducation', 'backgrounds']);
  takeLevel(cells, into);
  if (kind === 'mediator') into.take('role', readCode(cells.get('role'), 'role'));
  if (name) {
    into.issues.push(...name.issues);
    if (name.value) {
      into.values.fullName = name.value.fullName;
      takeRemark(into, name.value.remark, kind);
      takeSex(into, name.value.fullName, name.value.sex);
    }
  }
  const { sex, birthDate } = into.values;
  const bearer = { sex: typeof sex === 'string' ? sex : null, birthDate: typeof birthDate === 'string' ? birthDate : null };
  into.take('citizenId', readCitizenNumber(cells.get('citizenId'), bearer));
  into.take('phone', readPhone(cells.get('phone')));
};

const takeDays = (cells: RowCells, into: Collector, fields: readonly ColumnTarget[], today: string): void => {
  for (const field of fields) into.take(field, readDay(cells.get(field), field, today));
};

const takeCounts = (cells: RowCells, into: Collector, fields: readonly ColumnTarget[]): void => {
  for (const field of fields) into.take(field, readCount(cells.get(field), field));
};

const readers: Readonly<Record<ImportKind, (cells: RowCells, into: Collector, today: string) => void>> = {
  person: (cells, into, today) => {
    takePerson(cells, into, 'person', today);
  },
  mediator: (cells, into, today) => {
    takePerson(cells, into, 'mediator', today);
    takeDays(cells, into, ['electedOn', 'recognizedOn', 'ceasedOn'], today);
    takeCodes(cells, into, ['electionMethod', 'ceaseReason']);
    takeCounts(cells, into, ['voterCount', 'votesFor']);
  },
  trainer: (cells, into, today) => {
    takePerson(cells, into, 'trainer', today);
    takeTexts(cells, into, ['position', 'agency', 'qualification', 'fieldOfLaw', 'endReason']);
    takeCodes(cells, into, ['pool', 'source']);
    takeDays(cells, into, ['appointedOn', 'endedOn'], today);
    takeCounts(cells, into, ['methodTrainingYear']);
  },
  team: (cells, into, today) => {
    takeTexts(cells, into, ['note']);
    takeDays(cells, into, ['establishedOn', 'dissolvedOn'], today);
    takeCounts(cells, into, ['fixedMemberCount']);
  },
  'residential-unit': (cells, into, today) => {
    takeDays(cells, into, ['validFrom', 'validTo'], today);
    takeCounts(cells, into, ['householdCount']);
    into.take('kind', readCode(cells.get('unitKind'), 'unitKind'));
    const area = cells.get('minorityArea');
    if (area) into.values.minorityArea = !isNoMark(lineOf(area));
  },
};

const oneLine = (cell: GridCell | undefined): string => cleanText(cleanParagraph(cell?.text ?? '').replace(/\n/g, ' '));

/** Names of commune, village and team: of the row's own cells first, else of the headings above. */
const placeOf = (cells: RowCells, kind: ImportKind, above: Place): Place => {
  const communeName = oneLine(cells.get('commune'));
  const unit = oneLine(cells.get('residentialUnit'));
  const teamName = oneLine(cells.get('teamName'));
  const inUnit = kind === 'residential-unit' ? {} : readPlace(unit);
  return {
    ...above,
    ...inUnit,
    ...(unit === '' || inUnit.residentialUnitName !== undefined ? {} : { residentialUnitName: unit }),
    ...(teamName === '' ? {} : { teamName }),
    ...(communeName === '' ? {} : { communeName }),
  };
};

const titleOf = (kind: ImportKind, values: Collector['values'], place: Place): string => {
  if (kind === 'team') return place.teamName ?? '';
  if (kind === 'residential-unit') return place.residentialUnitName ?? '';
  return typeof values.fullName === 'string' ? values.fullName : '';
};

/** Reads one record from the cells of a row. `given` are issues known before. */
export const readRecord = (
  kind: ImportKind,
  cells: RowCells,
  above: Place,
  given: readonly RowIssue[],
  today: string,
): ReadRecord => {
  const into = createCollector(given);
  readers[kind](cells, into, today);
  const place = placeOf(cells, kind, above);
  if (kind === 'residential-unit') into.values.kind ??= unitKindOf(place.residentialUnitName ?? '') ?? 'other';
  const decision = readDecision(cells, today);
  into.issues.push(...decision.issues);
  return {
    kind,
    title: titleOf(kind, into.values, place),
    values: into.values,
    place,
    decision: decision.value,
    issues: into.issues,
  };
};
