import { Checkbox, NativeSelect } from '@mantine/core';
import { useLocation } from 'wouter';
import type { ReportView } from '#shared/contract/report-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { PlaceFilters } from '#renderer/components/place-filters.tsx';
import { ChoiceInput } from '#renderer/forms/choice-input.tsx';
import type { PrintChoice } from './print-choice.ts';
import { useSubjects } from './use-subjects.ts';

/** Law 35/2013/QH13 is in force since 1 January 2014. */
const firstYear = 2014;

const yearsUpTo = (year: number): readonly string[] =>
  Array.from({ length: year - firstYear + 1 }, (_, index) => String(year - index));

type SelectProps = {
  readonly label: string;
  readonly width: number;
  readonly value: string;
  readonly options: readonly { readonly code: string; readonly title: string }[];
  readonly onChange: (value: string) => void;
};

const Choice = ({ label, width, value, options, onChange }: SelectProps) => (
  <NativeSelect
    label={label}
    w={width}
    value={value}
    onChange={(event) => {
      onChange(event.currentTarget.value);
    }}
  >
    {options.map(({ code, title }) => (
      <option key={code} value={code}>
        {title}
      </option>
    ))}
  </NativeSelect>
);

type ReportOptionsProps = {
  readonly report: ReportView;
  readonly subject: string | undefined;
  readonly choice: PrintChoice;
  readonly thisYear: number;
  readonly onChange: (choice: PrintChoice) => void;
};

const profiles = [
  { code: 'internal', title: words.printing.internal },
  { code: 'public', title: words.printing.public },
];

/** The inputs that a paper has, as the engine lists them. */
export const ReportOptions = ({ report, subject, choice, thisYear, onChange }: ReportOptionsProps) => {
  const [, go] = useLocation();
  const subjects = useSubjects(report.subject);
  const { subject: subjectKind } = report;
  return (
    <div className="filters">
      {subjectKind === 'session' || subjectKind === 'nomination' ? (
        <ChoiceInput
          width={460}
          label={words.printing[subjectKind]}
          options={subjects.options}
          value={subject ?? ''}
          onChange={(id) => {
            go(id === '' ? `/print/${report.name}` : `/print/${report.name}/${id}`);
          }}
        />
      ) : null}
      {report.unit ? (
        <PlaceFilters
          value={choice.place}
          width={240}
          onChange={(place) => {
            onChange({ ...choice, place });
          }}
        />
      ) : null}
      {report.year ? (
        <Choice
          label={words.printing.year}
          width={100}
          value={choice.year}
          options={yearsUpTo(thisYear).map((year) => ({ code: year, title: year }))}
          onChange={(year) => {
            onChange({ ...choice, year });
          }}
        />
      ) : null}
      {report.variants.length === 0 ? null : (
        <Choice
          label={words.printing.variant}
          width={280}
          value={choice.variant}
          options={report.variants}
          onChange={(variant) => {
            onChange({ ...choice, variant });
          }}
        />
      )}
      {report.profiles ? (
        <Choice
          label={words.printing.profile}
          width={390}
          value={choice.profile}
          options={profiles}
          onChange={(profile) => {
            onChange({ ...choice, profile: profile === 'public' ? 'public' : 'internal' });
          }}
        />
      ) : null}
      {report.profiles && report.formats.includes('xlsx') && choice.profile === 'internal' ? (
        <Checkbox
          mb={8}
          label={words.printing.withPersonalNumbers}
          checked={choice.withPersonalNumbers}
          onChange={(event) => {
            onChange({ ...choice, withPersonalNumbers: event.currentTarget.checked });
          }}
        />
      ) : null}
    </div>
  );
};
