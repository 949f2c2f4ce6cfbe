import { Button } from '@mantine/core';
import { formatDate } from '#shared/domain/date.ts';
import type { Issue } from '#shared/domain/record.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { issueMessage } from '#shared/text/messages.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatTime } from '../components/format.ts';
import { FailureNotice, Notice } from '../components/notices.tsx';
import type { RecordFormState } from './use-record-form.ts';

type FormNoticesProps = { readonly kind: string; readonly state: RecordFormState; readonly onConfirm: () => void };

/** The days that a year of two digits, or digits without their zeros, may mean. */
const daysOf = (issue: Issue): readonly string[] =>
  issue.code === 'date-century' || issue.code === 'date-unclear' ? String(issue.details?.options ?? '').split(' ') : [];

/** One issue; its field can be gone to with a click. */
const IssueLine = ({ kind, state, issue }: { readonly kind: string; readonly state: RecordFormState; readonly issue: Issue }) => {
  const { field } = issue;
  if (field === null) return issueMessage(issue);
  return (
    <>
      <button
        type="button"
        className="link-button"
        onClick={() => {
          state.form.setFocus(field);
        }}
      >
        {fieldLabel(kind, field)}
      </button>
      : {issueMessage(issue)}
      {daysOf(issue).map((day) => (
        <Button
          key={day}
          size="xs"
          variant="default"
          ml={8}
          onClick={() => {
            state.form.setValue(field, formatDate(day), { shouldDirty: true });
            state.form.setFocus(field);
          }}
        >
          {formatDate(day)}
        </Button>
      ))}
    </>
  );
};

/** Above every form: errors summed up, questions with their answer, a draft that was found. */
export const FormNotices = ({ kind, state, onConfirm }: FormNoticesProps) => (
  <>
    {state.draftSavedAt === null ? null : (
      <Notice tone="warn">
        <div className="row">
          <span>{words.form.draftFound(formatTime(state.draftSavedAt))}</span>
          <Button size="xs" onClick={state.takeDraft}>
            {words.form.useDraft}
          </Button>
          <Button size="xs" variant="default" onClick={state.dropDraft}>
            {words.form.dropDraft}
          </Button>
        </div>
      </Notice>
    )}
    <FailureNotice failure={state.failure} />
    {state.issues.length === 0 ? null : (
      <Notice tone="bad" role="alert">
        <strong>{words.form.errorTitle}</strong>
        <ul>
          {state.issues.map((issue) => (
            <li key={`${issue.code} ${issue.field ?? ''}`}>
              <IssueLine kind={kind} state={state} issue={issue} />
            </li>
          ))}
        </ul>
      </Notice>
    )}
    {state.questions.length === 0 ? null : (
      <Notice tone="warn" role="alert">
        <strong>{words.form.questionTitle}</strong>
        <ul>
          {state.questions.map((issue) => (
            <li key={`${issue.code} ${issue.field ?? ''}`}>
              {issue.field === null ? '' : `${fieldLabel(kind, issue.field)}: `}
              {issueMessage(issue)}
              {issue.article === undefined ? '' : ` (${issue.article})`}
            </li>
          ))}
        </ul>
        <div className="row" style={{ marginTop: 8 }}>
          <Button size="xs" autoFocus onClick={onConfirm}>
            {words.form.saveAnyway}
          </Button>
          <Button size="xs" variant="default" onClick={state.dismissQuestions}>
            {words.form.check}
          </Button>
        </div>
      </Notice>
    )}
  </>
);
