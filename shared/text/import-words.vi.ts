import { issueMessage } from './messages.vi.ts';

/** Words of spreadsheet import. */
export const importWords = {
  /** Reason of each change in the history. */
  reason: 'Nhập từ bảng tính',
  undoReason: 'Hoàn tác nhập từ bảng tính',
  /** Head of the column with the reason in the file of refused rows. */
  reasonColumn: 'Lý do chưa nhập',
  /** A person who stands in a row above. */
  inRow: (row: number): string => `ở dòng ${row} của tệp này`,
  /** Name of a table that is not the first on its sheet. */
  furtherTable: (sheet: string, number: number): string => `${sheet} (bảng ${number})`.trim(),
} as const;

/** Sentences for issues of rows; `{name}` takes a detail. What is not here is an issue of a record. */
const sentences: Readonly<Record<string, string>> = {
  'cell-error': 'Ô bị lỗi công thức trong bảng tính. Đề nghị nhập lại giá trị.',
  'date-century': 'Năm có hai chữ số và chưa rõ thế kỷ: {options}. Đề nghị ghi đủ bốn chữ số.',
  'date-unclear': 'Dãy số này có thể là nhiều ngày: {options}. Đề nghị cho biết ngày đúng.',
  'date-zeros-lost': 'Ngày viết liền và mất số 0, hiểu là {day}.',
  'century-assumed': 'Năm có hai chữ số, hiểu là năm {year}.',
  'date-from-serial': 'Ngày được ghi dưới dạng số của bảng tính, hiểu là {day}.',
  'month-first': 'Ngày chỉ đúng khi tháng đứng trước ngày. Đề nghị xác nhận.',
  'day-missing': 'Cần đủ ngày, tháng, năm.',
  'january-first': 'Nhiều ngày sinh là 01/01: có thể chỉ biết năm. Đề nghị cho biết ghi cả ngày hay chỉ ghi năm.',
  'name-capitals': 'Họ và tên đã đổi từ kiểu chữ hoa hoặc chữ thường sang viết hoa chữ đầu.',
  'name-apostrophe': 'Dấu ` trong họ tên được hiểu là dấu nháy.',
  'decision-number-missing': 'Chưa ghi quyết định: có ngày, cơ quan hoặc người ký nhưng không có số quyết định.',
  'citizen-id-zero-restored': 'Số căn cước đã được thêm số 0 bị mất ở đầu.',
  'phone-zero-restored': 'Số điện thoại đã được thêm số 0 bị mất ở đầu.',
  'number-rounded': 'Số đã bị làm tròn trong bảng tính và không khôi phục được. Đề nghị nhập lại.',
  'number-invalid': 'Ô này phải là số.',
  'mark-unclear': 'Ô đánh dấu có nội dung khác dấu x.',
  'marks-contradict': 'Các ô đánh dấu mâu thuẫn nhau.',
  'birth-both-sexes': 'Có năm sinh ở cả hai cột Nam và Nữ.',
  'sex-from-name': 'Chưa ghi giới tính; đoán theo tên. Đề nghị xác nhận.',
  'remark-left-out': 'Phần ghi trong ngoặc sau họ tên chưa được nhập vì đã có ghi chú.',
  'nothing-above': 'Ghi "như trên" nhưng phía trên không có giá trị.',
  'as-above': 'Ô trống được hiểu là như dòng trên.',
  'several-people': 'Một ô có {count} người; mỗi người thành một bản ghi.',
  'several-people-one-value': 'Một ô có nhiều người nhưng mục này chỉ có một giá trị. Đề nghị cho biết là của ai.',
  'encoding-guess': 'Chữ có vẻ là bảng mã cũ và đã được đổi thử. Đề nghị xem mẫu và xác nhận bảng mã.',
  'commune-unknown': 'Không có xã, phường, thị trấn mang tên này trong địa bàn.',
  'commune-ambiguous': 'Có nhiều xã, phường, thị trấn mang tên này. Đề nghị chọn xã cho trang tính.',
  'commune-missing': 'Chưa biết thuộc xã nào. Đề nghị chọn xã cho trang tính.',
  'team-missing': 'Chưa biết thuộc tổ hòa giải nào.',
  'unit-name-unclear': 'Chưa ghi nơi thường trú: tên không cho biết là thôn, buôn hay tổ dân phố nào trong sổ.',
  'decision-ambiguous': 'Chưa ghi quyết định: có nhiều quyết định mang số này và chưa rõ ngày.',
  'decision-date-missing': 'Chưa ghi quyết định: sổ chưa có quyết định mang số này và bảng tính không ghi ngày.',
  'decision-issuer-missing': 'Chưa ghi quyết định: chưa biết cơ quan ban hành.',
  'same-person': 'Có thể là người đã có trong sổ. Đề nghị cho biết có phải cùng một người không.',
  'several-same-people': 'Có {count} người trong sổ trùng họ tên, năm sinh và giới tính. Đề nghị chọn.',
  'person-in-other-team': 'Người này đang ở một tổ hòa giải khác. Đề nghị xác nhận.',
  'value-differs': 'Giá trị trong tệp khác giá trị trong sổ. Đề nghị chọn giá trị đúng.',
  'row-hidden': 'Dòng đang bị ẩn trong bảng tính.',
};

type Details = Readonly<Record<string, string | number>> | undefined;

const fill = (sentence: string, details: Details): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details?.[name] ?? ''));

/** The sentence of an issue of a row of a spreadsheet. */
export const importIssueMessage = (issue: { readonly code: string; readonly details?: Details }): string => {
  const sentence = sentences[issue.code];
  if (sentence !== undefined) return fill(sentence, issue.details);
  return issueMessage({ code: issue.code, ...(issue.details === undefined ? {} : { details: issue.details }) });
};
