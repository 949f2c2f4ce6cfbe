import { compareVietnamese } from '#shared/text/sort-key.ts';
import { ethnicGroupList } from './ethnic-group-list.ts';

/** An ethnic group. `code` is that of the 1979 list; `code2008` that of the list of 2008, where known: Ê Đê is 12 in one, 11 in the other. */
export type EthnicGroup = {
  readonly code: string;
  readonly code2008: string | null;
  readonly name: string;
  readonly otherNames: readonly string[];
};

/** The 54 groups in the order of the list of 1979. */
export const ethnicGroups: readonly EthnicGroup[] = ethnicGroupList
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', code2008 = '', name = '', others = ''] = line.split('|');
    const otherNames = others
      .split(';')
      .map((other) => other.trim())
      .filter(Boolean);
    return { code, code2008: code2008 || null, name, otherNames };
  });

/** Groups most often met in Đắk Lắk, in the order of the pick list; the rest follows by alphabet. */
const first = ['Kinh', 'Ê Đê', "M'nông", 'Nùng', 'Tày', 'Thái', 'Dao', 'Mông', 'Gia Rai', 'Mường'];

const rankOf = (group: EthnicGroup): number => {
  const index = first.findIndex((name) => name.toLowerCase() === group.name.toLowerCase());
  return index < 0 ? first.length : index;
};

/** Code and name of every group in the order of the pick list. */
export const ethnicGroupCodes: readonly { readonly code: string; readonly label: string }[] = [...ethnicGroups]
  .sort((a, b) => rankOf(a) - rankOf(b) || compareVietnamese(a.name, b.name))
  .map((group) => ({ code: group.code, label: group.name }));

const kinh = '01';

/** Whether a person counts as a member of an ethnic minority: every group but Kinh. */
export const isMinority = (code: string | null | undefined): boolean => code != null && code !== kinh;
