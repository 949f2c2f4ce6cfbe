import type { ParsedInputOf } from '#shared/contract/contract.ts';
import type { ReportView } from '#shared/contract/report-methods.ts';
import type { QueryContext } from '#engine/context.ts';
import type { BuiltReport } from './document.ts';

/** What a report is asked with, beside its name. */
export type ReportInput = Omit<ParsedInputOf<'report.build'>, 'name'>;
export type Profile = ReportInput['profile'];

export type BuildReport = (context: QueryContext, input: ReportInput) => BuiltReport;

/** What a report offers, as the list of reports says it. */
export type ReportFacts = Omit<ReportView, 'name' | 'formats'>;

/** The year of a report: the one asked for, else the present one. */
export const reportYear = ({ today }: Pick<QueryContext, 'today'>, period: string | undefined): number =>
  Number(period ?? today.slice(0, 4));
