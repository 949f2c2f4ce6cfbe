import type { PaperCheck } from '#shared/contract/paper-methods.ts';
import { timeText } from './provenance-words.vi.ts';

/** Comparing a paper with its file by a picture of the QR code or by typing. */
export const paperCheckWords = {
  title: 'Đối chiếu phiếu giấy',
  code: 'Mã trên phiếu',
  codeHint: '32 chữ số in trên phiếu, hoặc ảnh chụp mã QR',
  check: 'Đối chiếu',
  readPicture: 'Đọc ảnh phiếu…',
  reading: 'Đang đọc ảnh…',
  notPicture: 'Không đọc được ảnh: tệp không phải ảnh PNG, JPEG hoặc lớn hơn 30 MB. Đề nghị chọn ảnh khác.',
  noCode: 'Không tìm thấy mã QR trong ảnh. Đề nghị chụp gần hơn, đủ sáng, thấy trọn ô mã QR, hoặc nhập 32 chữ số in cạnh mã.',
  otherCode: 'Mã QR trong ảnh không phải của phiếu gửi hoặc biên nhận. Đề nghị chọn ảnh của đúng phiếu.',
  notEnrolmentCode: 'Mã QR trong ảnh không phải của phiếu đăng ký máy. Đề nghị chọn ảnh của đúng phiếu.',
  unreadable: 'Mã chưa đúng dạng: cần đủ 32 chữ số in trên phiếu. Đề nghị nhập lại.',
  match: 'Khớp: phiếu và tệp là của nhau.',
  mismatch: 'Không khớp: phiếu này không phải của tệp đang xem.',
  unknown: 'Sổ chưa có gói hay biên nhận nào mang mã này. Đề nghị mở tệp kèm theo phiếu trước.',
} as const;

const names: Readonly<Record<`${'package' | 'receipt'} ${'sent' | 'received'}`, string>> = {
  'package received': 'gói số {seq} của {office}, đã tiếp nhận lúc {at}',
  'package sent': 'gói số {seq} của {office}, đã xuất lúc {at}',
  'receipt received': 'biên nhận số {seq} gửi {office}, đã nhận lúc {at}',
  'receipt sent': 'biên nhận số {seq} gửi {office}, đã lập lúc {at}',
};

const nameOf = ({ kind, direction, seq, officeName, at }: NonNullable<PaperCheck['found']>): string =>
  names[`${kind} ${direction}`].replace('{seq}', String(seq)).replace('{office}', officeName).replace('{at}', timeText(at));

/** What comparing came to, and which package the paper is of where that is known. */
export const paperCheckSentence = ({ result, found }: PaperCheck): string => {
  if (result === 'known' && found !== null) return `Phiếu này là của ${nameOf(found)}.`;
  if (result === 'mismatch' && found !== null) return `${paperCheckWords.mismatch} Đó là phiếu của ${nameOf(found)}.`;
  return result === 'known' ? paperCheckWords.unknown : paperCheckWords[result];
};
