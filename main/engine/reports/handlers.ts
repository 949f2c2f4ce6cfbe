import type { reportMethods, Paper } from '#shared/contract/report-methods.ts';
import type { HandlersOf, QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { buildFindingsList } from './findings-list.ts';
import { buildRoster, type Profile } from './roster.ts';
import { buildEnrolmentSheet, buildReceiptSlip, buildTransmittal } from './sheets.ts';

type BuildInput = { readonly unit?: string | undefined; readonly subject?: string | undefined; readonly profile: Profile };
type Report = { readonly title: string; readonly build: (context: QueryContext, input: BuildInput) => Paper };

const reports: Readonly<Record<string, Report>> = {
  roster: {
    title: 'Danh sách hòa giải viên theo xã',
    build: (context, { unit, profile }) => buildRoster(context, unit, profile),
  },
  findings: { title: 'Nội dung cần rà soát, kiện toàn', build: (context, { unit }) => buildFindingsList(context, unit) },
  transmittal: { title: 'Phiếu gửi dữ liệu', build: (context, { subject }) => buildTransmittal(context, subject) },
  'receipt-slip': { title: 'Biên nhận dữ liệu', build: (context, { subject }) => buildReceiptSlip(context, subject) },
  'enrolment-sheet': { title: 'Phiếu đăng ký máy', build: (context, { subject }) => buildEnrolmentSheet(context, subject) },
};

export const reportHandlers: HandlersOf<keyof typeof reportMethods> = {
  'report.list': () =>
    Promise.resolve(Object.entries(reports).map(([name, { title }]) => ({ name, title, formats: ['pdf', 'html'] }))),
  'report.build': (context, { name, ...input }) => {
    const report = Object.hasOwn(reports, name) ? reports[name] : undefined;
    if (!report) throw failure('report-not-found', { name });
    return report.build(context, input);
  },
};
