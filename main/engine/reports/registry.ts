import type { Paper, ReportFormat, ReportView } from '#shared/contract/report-methods.ts';
import { reportWords } from '#shared/text/report-words.vi.ts';
import type { QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { buildAttendanceSheet } from './attendance-sheet.ts';
import { buildCommuneForm } from './commune-form.ts';
import { buildFindingsList } from './findings-list.ts';
import { buildNominationDossier } from './nomination-dossier.ts';
import { buildNominationList } from './nomination-list.ts';
import { buildNominationProposal } from './nomination-proposal.ts';
import { buildProvenance } from './provenance.ts';
import type { BuildReport, ReportInput } from './report.ts';
import { buildRoster } from './roster.ts';
import { buildSessionResult } from './session-result.ts';
import { buildEnrolmentSheet, buildReceiptSlip, buildTransmittal } from './sheets.ts';
import { buildTeamList } from './team-list.ts';
import { buildTrainerRoster } from './trainer-roster.ts';
import { buildTrainingCoverage } from './training-coverage.ts';

/** A report of words and tables, or a paper that is a page only. */
export type Report = Pick<ReportView, 'subject' | 'unit' | 'year' | 'profiles'> & {
  readonly formats: readonly ReportFormat[];
} & (
    | {
        readonly build: BuildReport;
        /** What goes before it in a text document: the submission before its annex. */ readonly letter?: BuildReport;
      }
    | { readonly paper: (context: QueryContext, subject: string | undefined) => Paper }
  );

const ofUnit = { subject: null, unit: true, year: false, profiles: false } as const;
const ofSubject = { unit: false, year: false, profiles: false, formats: ['pdf', 'html'] } as const;
const table: readonly ReportFormat[] = ['pdf', 'html', 'xlsx'];
const tableAndText: readonly ReportFormat[] = [...table, 'docx'];

const reports = {
  'mediator-roster': { ...ofUnit, profiles: true, formats: table, build: buildRoster },
  'team-list': { ...ofUnit, formats: table, build: buildTeamList },
  'trainer-roster': { ...ofUnit, profiles: true, formats: table, build: buildTrainerRoster },
  'training-coverage': { ...ofUnit, year: true, formats: table, build: buildTrainingCoverage },
  'attendance-sheet': { ...ofSubject, subject: 'session', formats: tableAndText, build: buildAttendanceSheet },
  'session-result': { ...ofSubject, subject: 'session', formats: tableAndText, build: buildSessionResult },
  'nomination-list': {
    ...ofUnit,
    year: true,
    formats: tableAndText,
    build: buildNominationList,
    letter: buildNominationProposal,
  },
  'nomination-proposal': { ...ofUnit, year: true, formats: ['pdf', 'html', 'docx'], build: buildNominationProposal },
  'nomination-dossier': { ...ofSubject, subject: 'nomination', formats: table, build: buildNominationDossier },
  'commune-form': { ...ofUnit, formats: table, build: buildCommuneForm },
  findings: { ...ofUnit, formats: table, build: buildFindingsList },
  provenance: { ...ofSubject, subject: 'value', formats: tableAndText, build: buildProvenance },
  transmittal: { ...ofSubject, subject: 'package', formats: ['pdf', 'html'], paper: buildTransmittal },
  'receipt-slip': { ...ofSubject, subject: 'package', formats: ['pdf', 'html'], paper: buildReceiptSlip },
  'enrolment-sheet': { ...ofSubject, subject: 'fingerprint', formats: ['pdf', 'html'], paper: buildEnrolmentSheet },
} as const satisfies Readonly<Record<keyof typeof reportWords, Report>>;

type ReportName = keyof typeof reports;

/** Names under which a report was known before. */
const formerNames: Readonly<Record<string, ReportName>> = { roster: 'mediator-roster' };

const isReport = (name: string): name is ReportName => Object.hasOwn(reports, name);

const nameOf = (asked: string): ReportName => {
  const name = Object.hasOwn(formerNames, asked) ? formerNames[asked] : asked;
  if (name === undefined || !isReport(name)) throw failure('report-not-found', { name: asked });
  return name;
};

const variantsOf = (name: ReportName): readonly { readonly code: string; readonly title: string }[] => {
  const words: { readonly title: string; readonly variants?: Readonly<Record<string, string>> } = reportWords[name];
  return Object.entries(words.variants ?? {}).map(([code, title]) => ({ code, title }));
};

/** Fails with `report-not-found`, or `usage-wrong` for a variant that the report does not come in. */
export const findReport = (asked: string, { variant }: Pick<ReportInput, 'variant'>): Report => {
  const name = nameOf(asked);
  if (variant !== undefined && !variantsOf(name).some((one) => one.code === variant))
    throw failure('usage-wrong', { reason: `variant ${variant}` });
  return reports[name];
};

/** Every report with what it can be chosen by. */
export const listReports = (): ReportView[] =>
  (Object.keys(reports) as ReportName[]).map((name) => {
    const { subject, unit, year, profiles, formats } = reports[name];
    const { title, description } = reportWords[name];
    return { name, title, description, formats: [...formats], subject, unit, year, profiles, variants: [...variantsOf(name)] };
  });
