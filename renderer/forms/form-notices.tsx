import { Button } from '@mantine/core';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { issueMessage } from '#shared/text/messages.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatTime } from '../components/format.ts';
import { FailureNotice, Notice } from '../components/notices.tsx';
import type { RecordFormState } from './use-record-form.ts';

type FormNoticesProps = { readonly kind: string; readonly state: RecordFormState; readonly onConfirm: () => void };

/** Above every form: errors summed up, questions with their answer, a draft that was found. */
export const FormNotices = ({ kind, state, onConfirm }: FormNoticesProps) => (
  <div className="stack">
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
              {issue.field === null ? '' : `${fieldLabel(kind, issue.field)}: `}
              {issueMessage(issue)}
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
  </div>
);
