import { encodeQR } from 'qr';
import { findSentPackage, listSentPackages } from '#db/queries/package.ts';
import { findIssuedReceipt } from '#db/queries/receipt.ts';
import { listKeyPairs } from '#db/queries/key-pair.ts';
import type { Paper } from '#shared/contract/report-methods.ts';
import { findTrustedOffice } from '#shared/exchange/trust-list.ts';
import { digitsOf, enrolmentCodeOf, paperCodeOf } from '#shared/exchange/digits.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import type { QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { readPaperSettings } from '#engine/paper-settings.ts';
import { currentTrustList } from '#engine/trust.ts';
import { escape, renderPage } from './layout.ts';

const time = (instant: string): string => {
  const at = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())} ngày ${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
};

const qrOf = (text: string): string => encodeQR(text, 'svg', { ecc: 'medium', border: 1 });

const rowsOf = (rows: readonly (readonly [label: string, value: string])[]): string =>
  `<table><tbody>${rows.map(([label, value]) => `<tr><td style="width:38%">${escape(label)}</td><td>${escape(value)}</td></tr>`).join('')}</tbody></table>`;

const sealOf = (digits: string, code: string): string =>
  `<div class="seal"><div><p class="digits">${digits.slice(0, 19)}<br>${digits.slice(20)}</p><p class="small">${escape(code)}</p></div>${qrOf(code)}</div>`;

const digitsOfHex = (hex: string): string => digitsOf(Buffer.from(hex, 'hex'));

const provinceName = (context: QueryContext): string => {
  const list = currentTrustList(context.database);
  return (list && findTrustedOffice(list, list.provinceOfficeId)?.name) ?? '';
};

/** Transmittal: goes with the package, signed and stamped in ink; its digits and QR code prove that paper and file belong together. */
export const buildTransmittal = (context: QueryContext, packageId: string | undefined): Paper => {
  const sent = packageId === undefined ? listSentPackages(context.database)[0] : findSentPackage(context.database, packageId);
  if (!sent) throw failure('package-not-found');
  const code = paperCodeOf(context.identity.officeId, sent.seq, sent.packageId);
  const counts = Object.entries(sent.counts).map(
    ([kind, count]) => `<td>${escape(kindLabel(kind))}</td><td class="number-cell">${formatCount(count)}</td>`,
  );
  const half = Math.ceil(counts.length / 2);
  const countRows = counts
    .slice(0, half)
    .map((cells, index) => `<tr>${cells}${counts[half + index] ?? '<td></td><td></td>'}</tr>`);
  const body = `<p class="body">${escape(context.identity.officeName)} gửi ${escape(provinceName(context))} gói dữ liệu hòa giải ở cơ sở số ${sent.seq}:</p>
${rowsOf([
  ['Tên tệp', sent.fileName],
  ['Kết xuất lúc', time(sent.createdAt)],
  ['Người duyệt kết xuất', sent.approver],
])}
<p class="body" style="margin-top:8pt">Số bản ghi trong gói:</p>
<table><thead><tr><th>Loại</th><th style="width:13%">Số lượng</th><th>Loại</th><th style="width:13%">Số lượng</th></tr></thead><tbody>${countRows.join('')}</tbody></table>
<p class="body" style="margin-top:8pt">Mã đối chiếu của gói (nơi nhận đối chiếu với mã hiện khi mở tệp):</p>
${sealOf(digitsOfHex(sent.packageId), code)}`;
  const fileName = `${sent.fileName.replace(/\.hgpkg$/, '')}-phieu-gui.pdf`;
  return page(context, 'Phiếu gửi dữ liệu', `Gói số ${sent.seq}`, body, [provinceName(context)], fileName, '/PG-PTP');
};

/** Receipt slip: what the province confirms, with digits and QR code of the receipt file. */
export const buildReceiptSlip = (context: QueryContext, packageId: string | undefined): Paper => {
  const issued = packageId === undefined ? undefined : findIssuedReceipt(context.database, packageId);
  if (!issued) throw failure('package-not-found');
  const list = currentTrustList(context.database);
  const office = (list && findTrustedOffice(list, issued.officeId)?.name) ?? issued.officeId;
  const code = paperCodeOf(issued.officeId, issued.number, issued.packageId);
  const body = `<p class="body">${escape(context.identity.officeName)} xác nhận với ${escape(office)}:</p>
${rowsOf([
  ['Biên nhận số', String(issued.number)],
  ['Lập lúc', time(issued.issuedAt)],
  ['Đã nhận đến gói số', issued.forSeq === null ? 'Chưa nhận gói nào' : String(issued.forSeq)],
  ['Mã đối chiếu của gói đã nhận', issued.forPackageId === null ? '' : digitsOfHex(issued.forPackageId)],
])}
<p class="body" style="margin-top:8pt">Mã đối chiếu của biên nhận:</p>${sealOf(digitsOfHex(issued.packageId), code)}`;
  return page(
    context,
    'Biên nhận dữ liệu',
    `Biên nhận số ${issued.number}`,
    body,
    [office],
    `${issued.officeId}-bien-nhan-${issued.number}.pdf`,
    '/BN-STP',
  );
};

/** Enrolment sheet: the fingerprint of a request, for stamp and signature. */
export const buildEnrolmentSheet = (context: QueryContext, fingerprint: string | undefined): Paper => {
  const digits = (fingerprint ?? '').replace(/\D/g, '').match(/.{4}/g)?.join(' ') ?? '';
  if (digits.length !== 39) throw failure('usage-wrong', { reason: 'fingerprint' });
  const { identity } = context;
  const code = enrolmentCodeOf(identity.officeId, identity.installId, digits);
  const body = `<p class="body">${escape(identity.officeName)} đề nghị cấp tỉnh đăng ký máy sau đây vào danh sách tin cậy:</p>
${rowsOf([
  ['Mã đơn vị', identity.officeId],
  ['Mã máy', identity.installId],
  ['Khóa ký', listKeyPairs(context.database, 'sign')[0]?.publicKey ?? ''],
])}
<p class="body" style="margin-top:8pt">Mã nhận dạng của yêu cầu (cấp tỉnh đối chiếu với mã hiện khi mở tệp):</p>${sealOf(digits, code)}`;
  return page(
    context,
    'Phiếu đăng ký máy',
    'Đề nghị đăng ký vào danh sách tin cậy',
    body,
    ['Sở Tư pháp'],
    `${identity.officeId}-phieu-dang-ky.pdf`,
    '/PĐK-PTP',
  );
};

const page = (
  context: QueryContext,
  title: string,
  subject: string,
  body: string,
  recipients: readonly string[],
  fileName: string,
  numbered: string,
): Paper => ({
  title,
  landscape: false,
  pageNumbers: true,
  fileName: fileName.replace('@', '_'),
  html: renderPage({
    settings: readPaperSettings(context),
    today: context.today,
    title,
    subject,
    body,
    recipients: recipients.filter((line) => line !== ''),
    landscape: false,
    numbered,
  }),
});
