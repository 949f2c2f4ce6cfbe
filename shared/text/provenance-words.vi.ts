import type { ValueVersion } from '#shared/contract/provenance-methods.ts';

const two = (value: number): string => String(value).padStart(2, '0');

const time = (instant: string): string => {
  const at = new Date(instant);
  return `${two(at.getHours())}:${two(at.getMinutes())} ngày ${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
};

/** The card that says where a value comes from: window, paper and command line say the same. */
export const provenanceWords = {
  title: 'Nguồn gốc giá trị',
  action: 'Nguồn gốc (Ctrl+I)',
  paperSubject: (record: string, field: string): string => `${record}. Mục: ${field}`,
  field: 'Mục',
  record: 'Bản ghi',
  office: 'Đơn vị quản lý',
  current: 'Giá trị đang dùng',
  beside: 'Giá trị khác đang chờ quyết định',
  earlier: 'Các giá trị trước đó',
  value: 'Giá trị',
  writtenAt: 'Ghi lúc',
  author: 'Người ghi',
  where: 'Đơn vị và máy',
  origin: (office: string, installId: string, n: number): string => `${office}, máy ${installId}, thay đổi số ${n}`,
  reason: 'Lý do',
  carrier: 'Gói mang đến',
  confirmation: 'Cấp tỉnh xác nhận',
  replaced: 'Thay cho',
  yes: 'có',
  no: 'không',
  blank: '(trống)',
  erased: '(đã xóa giá trị theo yêu cầu về dữ liệu cá nhân)',
  removed: (reason: string): string => `đã xóa bản ghi: ${reason}`,
  noLog: 'Nhật ký của thay đổi này chưa có tại đây.',
  noReason: 'Không ghi',
  never: 'Mục này chưa từng có giá trị.',
  nothingBefore: 'Chưa có giá trị nào trước đó.',
  notCarried: 'Chưa có trong gói nào',
  notConfirmed: 'Chưa xác nhận',
  confirmed: (number: number, at: string): string => `Biên nhận số ${number}, ${time(at)}`,
  masked: 'Số của người được che một phần.',
  reveal: 'Hiện đầy đủ',
  revealReason: 'Lý do xem đầy đủ (ghi vào nhật ký)',
  revealed: 'Đang hiện đầy đủ; việc xem đã ghi vào nhật ký.',
  noRecord: 'Chưa chọn bản ghi nào. Chọn một dòng hoặc một ô rồi nhấn Ctrl+I.',
  count: (count: number): string => `${count} giá trị`,
} as const;

export const timeText = time;

/** "Gói số 7 (mã gói a1b2…), nhận lúc 08:10 ngày 02/12/2019". */
export const carrierText = (carrier: ValueVersion['carrier'], isShort = false): string => {
  if (carrier === null) return provenanceWords.notCarried;
  const { kind, direction, number, packageId, at } = carrier;
  const name = kind === 'package' ? 'Gói số' : 'Biên nhận số';
  return `${name} ${number}, ${direction === 'sent' ? 'lập' : 'nhận'} lúc ${time(at)}, mã ${isShort ? `${packageId.slice(0, 16)}…` : packageId}`;
};

export const confirmationText = (confirmation: ValueVersion['confirmation']): string =>
  confirmation === null ? provenanceWords.notConfirmed : provenanceWords.confirmed(confirmation.number, confirmation.at);

/** What a card says of one value, label by label. */
export const versionFacts = (version: ValueVersion): readonly (readonly [label: string, text: string])[] => [
  [provenanceWords.value, version.text === '' ? provenanceWords.blank : version.text],
  [provenanceWords.writtenAt, version.at === null ? provenanceWords.noLog : time(version.at)],
  [provenanceWords.author, version.authorName ?? provenanceWords.noLog],
  [provenanceWords.where, provenanceWords.origin(version.officeName, version.installId, version.n)],
  [provenanceWords.reason, version.reason ?? provenanceWords.noReason],
  [provenanceWords.carrier, carrierText(version.carrier)],
  [provenanceWords.confirmation, confirmationText(version.confirmation)],
];
