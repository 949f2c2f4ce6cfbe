import { fold, toneKey } from '#shared/text/vietnamese.ts';
import type { ColumnTarget } from './column-target.ts';
import { countCells, lineOf, type GridRow } from './grid.ts';

/** What a row below the head is. `unclear` rows are refused by name, never passed over. */
export type RowRole = 'data' | 'header' | 'numbers' | 'group' | 'subtotal' | 'footer';

const totals = /^(tổng cộng|tổng số|tổng|cộng|toàn xã|toàn huyện|toàn tỉnh|cộng dồn)(?=[\s:.(]|$)/u;

const footers =
  /^(nguoi lap|nguoi tong hop|lap bieu|lap bang|noi nhan|tm\.? ?(uy ban|ubnd|ban)|kt\.|tl\.|chu tich|pho chu tich|cong chuc tu phap|xac nhan|thu truong|danh sach (nay )?(co|gom)|(tong so )?nguoi trong danh sach|ky ten|da ky|\(ky|ghi chu:|luu y:|.*,? ?ngay .{0,6} ?thang .{0,6} ?nam)/;

const groupWords =
  /^(xa|phuong|thi tran|thon|buon|bon|lang|ban|khoi|khu pho|ap|to dan pho|tdp|to hoa giai|to hg|thg|huyen|thanh pho|thi xa)\b/;

/** Numbering in front of a heading: `I.`, `2)`, `A -`. */
export const withoutNumbering = (text: string): string =>
  text.replace(/^\s*(?:[IVXLC]{1,6}|\d{1,3}|[A-Za-z])\s*(?:[.)/:]|[-–]\s)\s*/u, '').trim();

/** Numbering, counts and punctuation off a heading: `2. Thôn 5 (7 người):` is `Thôn 5`. */
export const headingOf = (text: string): string =>
  withoutNumbering(text)
    .replace(/\s*[:(]?\s*(?:có|gồm)?\s*\d+\s*(?:người|thành viên|hòa giải viên|hoà giải viên|hgv|đ\/c)\.?\s*\)?\s*$/iu, '')
    .replace(/[\s:.;-]+$/u, '')
    .trim();

const textsOf = (row: GridRow): readonly string[] => row.cells.flatMap((cell) => (cell === undefined ? [] : [lineOf(cell)]));

/** `1 2 3`, `(1) (2) (3)`, `A B 1 2=3+4`: the row below the head that numbers the columns. */
const isNumbering = (row: GridRow): boolean => {
  const texts = textsOf(row);
  const marks = texts.map((text) => text.replace(/[()\s]/g, ''));
  const numbers = marks.map(Number).filter((value) => Number.isInteger(value) && value > 0);
  const rising = numbers.every((value, index) => index === 0 || value > (numbers[index - 1] ?? 0));
  return (
    marks.length >= 3 &&
    marks.every((mark) => /^(\d{1,2}|[A-Za-z]|\d{1,2}=[\d+\-*/]+)$/.test(mark)) &&
    numbers.length >= 2 &&
    rising
  );
};

const isHeadAgain = (row: GridRow, heads: ReadonlySet<string>): boolean => {
  const texts = textsOf(row);
  const known = texts.filter((text) => heads.has(toneKey(text))).length;
  return known >= 3 || (known >= 2 && known === texts.length);
};

/** Whether cells of columns that belong to one record alone are filled. */
const personal: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  'sex',
  'mark:sex=male',
  'mark:sex=female',
  'birthDate',
  'birthDate:male',
  'birthDate:female',
  'citizenId',
  'phone',
  'ethnicGroup',
  'role',
  'position',
]);

const nameTargets: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(['fullName', 'familyName', 'givenName']);

type Layout = {
  readonly columns: readonly (ColumnTarget | null)[];
  /** Words of the head, folded with tones. */
  readonly heads: ReadonlySet<string>;
  /** Whether the table lists people; in lists of teams and villages a village's name is data. */
  readonly ofPeople: boolean;
};

const countOf = (row: GridRow, layout: Layout, wanted: ReadonlySet<ColumnTarget>): number =>
  row.cells.filter((cell, column) => {
    const target = layout.columns[column];
    return cell !== undefined && target !== undefined && target !== null && wanted.has(target);
  }).length;

const isTotal = (row: GridRow, layout: Layout): boolean => {
  const first = textsOf(row).find((text) => !/^[\dIVX.]+$/.test(text)) ?? '';
  if (!totals.test(toneKey(first)) && !/^(TONG CONG|TONG SO|CONG)$/.test(first)) return false;
  const persons = row.cells.filter((cell, column) => {
    const target = layout.columns[column];
    return cell?.kind === 'text' && target !== undefined && target !== null && (target === 'birthDate' || target === 'citizenId');
  });
  return persons.length === 0;
};

const isGroup = (row: GridRow, layout: Layout): boolean => {
  if (countOf(row, layout, personal) > 0) return false;
  const texts = textsOf(row).filter((text) => !/^([IVXLC]+|\d{1,3}|[A-Za-z])[.)]?$/u.test(text));
  const heading = fold(headingOf(texts[0] ?? ''));
  const isKnown = layout.ofPeople ? groupWords.test(heading) : /^(xa|phuong|thi tran|huyen)\b/.test(heading);
  return isKnown && texts.length <= 2 && texts.slice(1).every((text) => /^\d+( .*)?$/.test(text) || groupWords.test(fold(text)));
};

const isFooter = (row: GridRow): boolean => textsOf(row).some((text) => footers.test(fold(text)));

/** Whether a row can only be a record: a name, and something that belongs to a record of its own. */
const isSolid = (row: GridRow, layout: Layout): boolean =>
  layout.ofPeople
    ? countOf(row, layout, nameTargets) > 0 && countOf(row, layout, personal) > 0
    : countCells(row) >= 2 && !isFooter(row);

/** The role of each row below the head, in order. Nothing above the last record is ever taken for a footer. */
export const rolesOf = (rows: readonly GridRow[], layout: Layout): readonly RowRole[] => {
  const first = rows.map((row, index): RowRole => {
    if (index === 0 && isNumbering(row)) return 'numbers';
    if (isHeadAgain(row, layout.heads)) return 'header';
    if (isNumbering(row) && isHeadAgain(rows[index - 1] ?? row, layout.heads)) return 'numbers';
    if (isTotal(row, layout)) return 'subtotal';
    if (isGroup(row, layout)) return 'group';
    return 'data';
  });
  const lastSolid = first.findLastIndex((role, index) => role === 'data' && isSolid(rows[index] as GridRow, layout));
  const footerFrom = rows.findIndex((row, index) => index > lastSolid && first[index] === 'data' && isFooter(row));
  return first.map((role, index) => (footerFrom >= 0 && index >= footerFrom ? 'footer' : role));
};
