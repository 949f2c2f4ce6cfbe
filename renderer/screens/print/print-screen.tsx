import { Fragment } from 'react';
import type { InputOf } from '#shared/contract/contract.ts';
import type { ReportView } from '#shared/contract/report-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { useKept } from '#renderer/components/kept-state.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { Empty, Page } from '#renderer/components/page.tsx';
import { PaperActions } from '#renderer/components/paper-actions.tsx';
import { PaperComing, PaperPreview } from '#renderer/components/paper-preview.tsx';
import { CallFailure } from '#renderer/rpc/engine.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { ReportLinks } from './report-links.tsx';
import { firstChoice, printChoiceName, thisYear, type PrintChoice } from './print-choice.ts';
import { ReportOptions } from './report-options.tsx';
import { useSubjects } from './use-subjects.ts';

/** Slips of the exchange are made where a package or a request is, the origin of a value where the value is. */
const isOnDesk = ({ subject }: ReportView): boolean => subject !== 'package' && subject !== 'fingerprint' && subject !== 'value';

const askedOf = (report: ReportView, subject: string | undefined, choice: PrintChoice): InputOf<'report.build'> => {
  const unit = choice.place.communeId === '' ? choice.place.officeId : choice.place.communeId;
  const variant = report.variants.find(({ code }) => code === choice.variant) ?? report.variants[0];
  return {
    name: report.name,
    ...(report.unit && unit !== '' ? { unit } : {}),
    ...(report.year ? { period: choice.year } : {}),
    ...(report.profiles ? { profile: choice.profile } : {}),
    ...(variant === undefined ? {} : { variant: variant.code }),
    ...(subject === undefined ? {} : { subject }),
  };
};

type Missing = { readonly title: string; readonly text: string };

const useMissing = (report: ReportView, subject: string | undefined, choice: PrintChoice): Missing | null => {
  const { office } = useSession();
  const subjects = useSubjects(report.subject);
  const isPlaced = choice.place.officeId !== '' || choice.place.communeId !== '';
  if (report.subject !== null && subject === undefined)
    return {
      title: words.printing.chooseSubjectTitle,
      text: subjects.isReady && subjects.options.length === 0 ? words.printing.noSubjectText : words.printing.chooseSubjectText,
    };
  // A province keeps no records of its own, and nobody reads thirteen thousand lines.
  if (report.unit && office.tier === 'province' && !isPlaced)
    return { title: words.printing.choosePlaceTitle, text: words.printing.choosePlaceText };
  return null;
};

type SheetProps = { readonly report: ReportView; readonly reports: readonly ReportView[]; readonly subject: string | undefined };

const Sheet = ({ report, reports, subject }: SheetProps) => {
  const [choice, setChoice] = useKept<PrintChoice>(printChoiceName, firstChoice);
  const missing = useMissing(report, subject, choice);
  const asked = askedOf(report, subject, choice);
  const { data, error } = useAnswer('report.build', asked, { enabled: missing === null, mayFail: true });
  return (
    <Page
      title={words.printing.title}
      note={report.title}
      actions={
        missing === null ? (
          <PaperActions
            key={report.name}
            withKey
            report={asked}
            formats={report.formats}
            withPersonalNumbers={choice.withPersonalNumbers && choice.profile === 'internal'}
          />
        ) : null
      }
    >
      <div className="print-frame">
        <ReportLinks reports={reports} chosen={report.name} />
        <div className="print-side">
          <p className="muted print-about">{report.description}</p>
          <ReportOptions report={report} subject={subject} choice={choice} thisYear={thisYear} onChange={setChoice} />
          <FailureNotice failure={missing === null && error instanceof CallFailure ? error.failure : null} />
          {missing !== null || error !== null ? null : data === undefined ? (
            <PaperComing />
          ) : (
            <PaperPreview paper={data} title={words.printing.preview} />
          )}
          {missing === null ? null : (
            <div className="sheet grid-table">
              <Empty title={missing.title} text={missing.text} />
            </div>
          )}
        </div>
      </div>
    </Page>
  );
};

/** Every paper of the desk: chosen at the left, made of what is chosen above, seen, printed or saved. */
export const PrintScreen = ({ name, subject }: { readonly name: string | undefined; readonly subject: string | undefined }) => {
  const { data } = useAnswer('report.list', {});
  const reports = (data ?? []).filter(isOnDesk);
  const report = reports.find((one) => one.name === name) ?? reports[0];
  return report === undefined ? (
    <Page title={words.printing.title}>
      <Fragment />
    </Page>
  ) : (
    <Sheet key={report.name} report={report} reports={reports} subject={subject} />
  );
};
