import type { MadeSheet } from './model.ts';

/** Made-up people of the made spreadsheets, as they should come into the books. */
export const binh = { fullName: 'Trần Văn Bình', sex: 'male', birthDate: '1965', ethnicGroup: '01', role: 'leader' };
export const hoa = { fullName: 'Lê Thị Hoa', sex: 'female', birthDate: '1970', ethnicGroup: '01', role: 'member' };
export const lien = { fullName: "H' Liên Niê", sex: 'female', birthDate: '1980', ethnicGroup: '12', role: 'member' };

export const team1 = { team: 'Tổ hòa giải thôn 1' };
export const team2 = { team: 'Tổ hòa giải thôn 2' };

export const heads = ['STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Dân tộc', 'Chức vụ trong tổ', 'Tổ hòa giải'] as const;
export const plainColumns = ['index', 'fullName', 'sex', 'birthDate', 'ethnicGroup', 'role', 'teamName'] as const;

export const inEaKly = { commune: 'Xã Ea Kly' };

/** A sheet of mediators of one commune, unless told otherwise. */
export const titled = (name: string, rows: MadeSheet['rows'], more: Partial<MadeSheet> = {}): MadeSheet => ({
  name,
  kind: 'mediator',
  commune: 'Xã Ea Kly',
  columns: plainColumns,
  rows,
  ...more,
});
