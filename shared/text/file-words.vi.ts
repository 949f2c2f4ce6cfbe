import { formatCount } from './vietnamese.ts';

/** What can be done with a file that is to leave the house. */
export const fileWords = {
  compose: 'Soạn thư',
  attach: (name: string, partCount = 0): string =>
    `Thư không tự kèm tệp: đính kèm ${name}${partCount === 0 ? '' : ` và ${formatCount(partCount)} tệp phần`} trước khi gửi.`,
  packageSubject: (office: string, seq: number): string => `Gói dữ liệu hòa giải ở cơ sở số ${seq} (${office})`,
  receiptSubject: (office: string, number: number): string => `Biên nhận dữ liệu hòa giải ở cơ sở số ${number} (${office})`,
  requestSubject: (office: string): string => `Yêu cầu đăng ký máy (${office})`,
  grantSubject: (office: string): string => `Giấy đăng ký máy (${office})`,
  letter: (name: string, partCount = 0): string =>
    `Kính gửi đơn vị,\n\nGửi kèm tệp ${name}${partCount === 0 ? '' : ` và ${formatCount(partCount)} tệp phần`}.\n`,
} as const;
