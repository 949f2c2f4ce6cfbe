import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { Failure, LineIssue } from '#shared/contract/failure.ts';
import type { Fields, Issue } from '#shared/domain/record.ts';
import { issueMessage } from '#shared/text/messages.vi.ts';
import { call } from '../rpc/engine.ts';
import { useRefresh } from '../rpc/use-engine.ts';
import { formValuesOf, readForm, type FormValues } from './read-form.ts';
import { useDraft } from './use-draft.ts';

type Values = Record<string, FormValues[string]>;

/** What the next new record begins with: `sticky` fields keep what was typed, `blank` ones begin empty, the rest as the first record did. */
export type NextRecord = {
  readonly sticky: readonly string[];
  readonly blank?: readonly string[];
  /** Field that gets the keyboard; the first one that does not keep its value unless told. */
  readonly first?: string | undefined;
};

export type RecordFormState = {
  readonly form: UseFormReturn<Values>;
  readonly isDirty: boolean;
  readonly issues: readonly Issue[];
  /** Questions that wait for an answer; empty when there are none. */
  readonly questions: readonly Issue[];
  readonly failure: Failure | null;
  readonly isSaving: boolean;
  readonly draftSavedAt: string | null;
  /** Saves; asks first where something is doubtful, unless that was answered. Returns the record's id. */
  readonly save: (confirmed?: boolean) => Promise<string | null>;
  /** Saves and starts the next new record. Returns whether it was saved. */
  readonly saveAndNext: (next: NextRecord, confirmed?: boolean) => Promise<boolean>;
  readonly dismissQuestions: () => void;
  readonly takeDraft: () => void;
  readonly dropDraft: () => void;
  /** Starts over with other values, e.g. for the next person of a team. */
  readonly startOver: (values: FormValues) => void;
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
  /** Lines of the same kind that are saved along with what was read, all or none. */
  readonly along?: (draft: Readonly<Record<string, unknown>>) => readonly Readonly<Record<string, unknown>>[];
  /** Name under which the draft is kept; kind and id unless told, `null` for no draft. */
  readonly draftName?: string | null;
};

const focusFirst = (form: UseFormReturn<Values>, issues: readonly Issue[]): void => {
  const first = issues.find((issue) => issue.field !== null);
  if (first?.field != null) form.setFocus(first.field);
};

/** State of a record's form: reading, saving, questions, and a draft that survives a crash. */
export const useRecordForm = (setup: Setup): RecordFormState => {
  const { kind, fields, names, id, values, fixed, along, draftName } = setup;
  const refresh = useRefresh();
  const initial = useMemo(() => formValuesOf(fields, names, values), [fields, names, values]);
  const form = useForm<Values>({ defaultValues: initial });
  const { isDirty } = form.formState;
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [questions, setQuestions] = useState<readonly Issue[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaving, setSaving] = useState(false);
  const draft = useDraft(form, draftName === undefined ? `${kind} ${id ?? 'new'}` : draftName);
  const { drop } = draft;

  // An undo changes the record under its form: where nothing is typed the form shows it.
  const stored = JSON.stringify(initial);
  const shown = useRef(stored);
  useEffect(() => {
    if (id === undefined || shown.current === stored) return;
    shown.current = stored;
    if (!form.formState.isDirty) form.reset(JSON.parse(stored) as Values);
  }, [form, id, stored]);

  const showIssues = useCallback(
    (found: readonly Issue[]) => {
      setIssues(found);
      for (const issue of found)
        if (issue.field !== null && names.includes(issue.field)) form.setError(issue.field, { message: issueMessage(issue) });
      focusFirst(form, found);
    },
    [form, names],
  );

  // What was wrong and is typed anew is not wrong any more until the next save says so.
  useEffect(() => {
    const subscription = form.watch((_typed, { name }) => {
      if (name === undefined) return;
      form.clearErrors(name);
      setIssues((now) => (now.some((issue) => issue.field === name) ? now.filter((issue) => issue.field !== name) : now));
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [form]);

  const refuse = useCallback(
    (refused: Failure) => {
      const all: readonly LineIssue[] = (refused.issues ?? []).map((issue) =>
        issue.line > 1 ? { ...issue, field: null } : issue,
      );
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
      const lines = [line, ...(along?.(read.draft) ?? [])];
      const reply = await call('record.put', { kind, lines, stopAtQuestions: !confirmed });
      setSaving(false);
      if (!reply.ok) {
        refuse(reply.failure);
        return null;
      }
      // What was saved is what the form now starts from.
      form.reset(formValuesOf(fields, names, read.draft));
      drop();
      await refresh();
      return reply.value.results[0]?.id ?? null;
    },
    [along, drop, fields, fixed, form, id, kind, names, refresh, refuse, showIssues],
  );

  const saveAndNext = async ({ sticky, blank = [], first }: NextRecord, confirmed = false): Promise<boolean> => {
    const typed = form.getValues();
    if ((await save(confirmed)) === null) return false;
    const emptied = blank.map((name) => [name, ''] as const);
    const kept = sticky.flatMap((name) => (typed[name] === undefined ? [] : [[name, typed[name]] as const]));
    form.reset({ ...initial, ...Object.fromEntries(emptied), ...Object.fromEntries(kept) });
    // After the reset the inputs are known again once they are drawn.
    setTimeout(() => {
      form.setFocus(first ?? names.find((name) => !sticky.includes(name)) ?? names[0] ?? '');
    });
    return true;
  };

  return {
    form,
    isDirty,
    issues,
    questions,
    failure,
    isSaving,
    draftSavedAt: draft.savedAt,
    save,
    saveAndNext,
    dismissQuestions: () => {
      setQuestions([]);
    },
    takeDraft: draft.take,
    dropDraft: draft.drop,
    startOver: (next) => {
      form.reset(next);
      setIssues([]);
    },
  };
};
