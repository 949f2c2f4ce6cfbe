import { data, head, record, type MadeFile, type MadeSheet } from './model.ts';
import { inTcvn3 } from './old-codes.ts';
import { binh, heads, hoa, plainColumns, team1 } from './people.ts';

const roster = (issues: readonly string[] = [], outcome = 'created'): MadeSheet => ({
  name: '',
  kind: 'mediator',
  commune: '',
  columns: [...plainColumns, 'commune'],
  rows: [
    head(...heads, 'Xã'),
    data(
      [1, 'Trần Văn Bình', 'Nam', 1965, 'Kinh', 'Tổ trưởng', 'Tổ hòa giải thôn 1', 'Ea Kly'],
      record(binh, { commune: 'Ea Kly', ...team1 }, issues, outcome),
    ),
    data(
      [2, 'Lê Thị Hoa', 'Nữ', 1970, 'Kinh', 'Hòa giải viên', 'Tổ hòa giải thôn 1', 'Ea Kly'],
      record(hoa, { commune: 'Ea Kly', ...team1 }, issues, outcome),
    ),
  ],
});

const file = (name: string, trouble: string, more: Partial<MadeFile>): MadeFile => ({
  name,
  format: 'csv',
  maker: 'text',
  trouble,
  sheets: [roster()],
  ...more,
});

/** Text files with separators. */
export const textFiles: readonly MadeFile[] = [
  file('csv-utf8', 'UTF-8 without a mark, commas', {}),
  file('csv-utf8-mark', 'UTF-8 with a byte order mark, semicolons', { encoding: 'utf8-bom', separator: ';' }),
  file('csv-utf16', 'UTF-16 with tabs, as "Unicode text" of Excel', { encoding: 'utf16', separator: '\t' }),
  file('csv-1258', 'windows-1258, the code page of Vietnamese Windows', { encoding: 'windows-1258' }),
  file('csv-tcvn3', 'bytes of TCVN3 without any font: the program asks', {
    encoding: 'latin1',
    sheets: [inTcvn3(roster(['encoding-guess null'], 'needs-decision'), undefined)],
  }),
];
