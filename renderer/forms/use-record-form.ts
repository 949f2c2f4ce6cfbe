import { useCallback, useEffect, useRef, useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { Failure, LineIssue } from '#shared/contract/failure.ts';
import type { Fields, Issue } from '#shared/domain/record.ts';
import { issueMessage } from '#shared/text/messages.vi.ts';
import { call } from '../rpc/engine.ts';
import { useRefresh } from '../rpc/use-engine.ts';
import { formValuesOf, readForm, type FormValues } from './read-form.ts';

type Values = Record<string, FormValues[string]>;

export type RecordFormState = {
  readonly form: UseFormReturn<Values>;
  readonly issues: readonly Issue[];
  /** Questions that wait for an answer; empty when there are none. */
  readonly questions: readonly Issue[];
  readonly failure: Failure | null;
  readonly isSaving: boolean;
  readonly draftSavedAt: string | null;
  /** Saves; asks first where something is doubtful, unless that was answered. Returns the record's id. */
  readonly save: (confirmed?: boolean) => Promise<string | null>;
  readonly dismissQuestions: () => void;
  readonly takeDraft: () => void;
  readonly dropDraft: () => void;
  /** Starts over with other values, e.g. for the next person of a team. */
  readonly startOver: (values: Readonly<Record<string, unknown>>) => void;
};

type Setup = {
  readonly kind: string;
  readonly fields: Fields;
  readonly names: readonly string[];
  /** Id of the record that is changed; `undefined` for a new one. */
  readonly id: string | undefined;
  readonly values: Readonly<Record<string, unknown>>;
  /** Fields that are saved along without an input. */
  readonly fixed?: Readonly<Record<string, unknown>>;
};

const draftDelay = 800;

const focusFirst = (form: UseFormReturn<Values>, issues: readonly Issue[]): void => {
  const first = issues.find((issue) => issue.field !== null);
  if (first?.field != null) form.setFocus(first.field);
};

/** State of a record's form: reading, saving, questions, and a draft that survives a crash. */
export const useRecordForm = ({ kind, fields, names, id, values, fixed }: Setup): RecordFormState => {
  const refresh = useRefresh();
  const form = useForm<Values>({ defaultValues: formValuesOf(fields, names, values) });
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [questions, setQuestions] = useState<readonly Issue[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [draft, setDraft] = useState<{ readonly content: string; readonly savedAt: string } | null>(null);
  const draftKey = `${kind} ${id ?? 'new'}`;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    void call('draft.find', { form: draftKey }).then((reply) => {
      if (reply.ok && reply.value.content !== null && reply.value.savedAt !== null)
        setDraft({ content: reply.value.content, savedAt: reply.value.savedAt });
    });
  }, [draftKey]);

  useEffect(() => {
    const subscription = form.watch((typed, { type }) => {
      if (type !== 'change') return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        void call('draft.save', { form: draftKey, content: JSON.stringify(typed) });
      }, draftDelay);
    });
    return () => {
      subscription.unsubscribe();
      clearTimeout(timer.current);
    };
  }, [form, draftKey]);

  const removeDraft = useCallback(() => {
    clearTimeout(timer.current);
    setDraft(null);
    void call('draft.remove', { form: draftKey });
  }, [draftKey]);

  const showIssues = useCallback(
    (found: readonly Issue[]) => {
      setIssues(found);
      for (const issue of found)
        if (issue.field !== null && names.includes(issue.field)) form.setError(issue.field, { message: issueMessage(issue) });
      focusFirst(form, found);
    },
    [form, names],
  );

  const refuse = useCallback(
    (refused: Failure) => {
      const all: readonly LineIssue[] = refused.issues ?? [];
      const errors = all.filter((issue) => issue.severity === 'error');
      if (all.length === 0) setFailure(refused);
      else if (errors.length > 0) showIssues(errors);
      else setQuestions(all);
    },
    [showIssues],
  );

  const save = useCallback(
    async (confirmed = false) => {
      form.clearErrors();
      setIssues([]);
      setQuestions([]);
      setFailure(null);
      const read = readForm(fields, names, form.getValues());
      if (read.issues.length > 0) {
        showIssues(read.issues);
        return null;
      }
      setSaving(true);
      const line = { ...(id === undefined ? {} : { id }), ...read.draft, ...fixed };
      const reply = await call('record.put', { kind, lines: [line], stopAtQuestions: !confirmed });
      setSaving(false);
      if (!reply.ok) {
        refuse(reply.failure);
        return null;
      }
      removeDraft();
      await refresh();
      return reply.value.results[0]?.id ?? null;
    },
    [fields, fixed, form, id, kind, names, refresh, refuse, removeDraft, showIssues],
  );

  return {
    form,
    issues,
    questions,
    failure,
    isSaving,
    draftSavedAt: draft?.savedAt ?? null,
    save,
    dismissQuestions: () => {
      setQuestions([]);
    },
    takeDraft: () => {
      if (draft !== null) form.reset(JSON.parse(draft.content) as Values, { keepDefaultValues: true });
      setDraft(null);
    },
    dropDraft: removeDraft,
    startOver: (next) => {
      form.reset(formValuesOf(fields, names, next));
      setIssues([]);
    },
  };
};
