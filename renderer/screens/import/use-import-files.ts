import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '#shared/contract/failure.ts';
import type { ImportPlan } from '#shared/contract/import-methods.ts';
import type { Progress } from '#shared/contract/views.ts';
import { keep, readKept, useKept } from '#renderer/components/kept-state.ts';
import { startCall, type RunningCall } from '#renderer/rpc/engine.ts';
import { useRefresh } from '#renderer/rpc/use-engine.ts';
import type { PlanInput } from './use-import-plan.ts';

/** A file on its way into the books, with everything that was said about it. */
export type ImportFileEntry = {
  readonly file: string;
  readonly input: PlanInput;
  readonly state: 'waiting' | 'reading' | 'ready' | 'refused' | 'done';
  readonly counts: ImportPlan['counts'] | null;
  readonly failure: Failure | null;
};

type Files = { readonly entries: readonly ImportFileEntry[]; readonly opened: string | null };
const none: Files = { entries: [], opened: null };
/** Kept while the workspace is open: answers survive a look at another screen. */
const name = 'import files';

const change = (next: (files: Files) => Files): void => {
  keep(name, next(readKept<Files>(name) ?? none));
};

const edit = (file: string, values: Partial<ImportFileEntry>): void => {
  change((files) => ({ ...files, entries: files.entries.map((one) => (one.file === file ? { ...one, ...values } : one)) }));
};

/** Rows that would be or were written. */
export const writtenOf = (counts: ImportPlan['counts'] | null): number => (counts?.created ?? 0) + (counts?.updated ?? 0);
/** Rows that stay out until somebody does something. */
export const refusedOf = (counts: ImportPlan['counts'] | null): number =>
  (counts?.error ?? 0) + (counts?.['needs-decision'] ?? 0);

type Step = { readonly number: number; readonly count: number; readonly file: string; readonly progress: Progress | null };

/** Several files, one after the other: looked at, opened, taken in; one that is refused does not stop the others. */
export const useImportFiles = () => {
  const [{ entries, opened }] = useKept<Files>(name, none);
  const [step, setStep] = useState<Step | null>(null);
  const running = useRef<RunningCall<unknown> | null>(null);
  const isStopped = useRef(false);
  const refresh = useRefresh();

  const hasStopped = useCallback((): boolean => isStopped.current, []);
  const workThrough = useCallback(
    async (
      files: readonly ImportFileEntry[],
      start: (entry: ImportFileEntry, onProgress: (progress: Progress) => void) => RunningCall<ImportPlan>,
      state: 'ready' | 'done',
    ): Promise<void> => {
      isStopped.current = false;
      for (const [index, entry] of files.entries()) {
        if (hasStopped()) break;
        const here = { number: index + 1, count: files.length, file: entry.file };
        setStep({ ...here, progress: null });
        edit(entry.file, { state: 'reading' });
        const call = start(entry, (progress) => {
          setStep({ ...here, progress });
        });
        running.current = call;
        const reply = await call.reply;
        if (reply.ok) edit(entry.file, { state, counts: reply.value.counts, failure: null });
        else if (reply.failure.code === 'cancelled') edit(entry.file, { state: entry.state });
        else edit(entry.file, { state: 'refused', failure: reply.failure });
      }
      running.current = null;
      setStep(null);
    },
    [hasStopped],
  );

  const choose = useCallback(
    (paths: readonly string[]): void => {
      const chosen = [...new Set(paths)].map((file): ImportFileEntry => ({
        file,
        input: { file },
        state: 'waiting',
        counts: null,
        failure: null,
      }));
      keep(name, { entries: chosen, opened: chosen.length === 1 ? (chosen[0]?.file ?? null) : null } satisfies Files);
      if (chosen.length > 1)
        void workThrough(chosen, (entry, onProgress) => startCall('import.plan', entry.input, onProgress), 'ready');
    },
    [workThrough],
  );
  const runAll = useCallback(async (): Promise<readonly ImportFileEntry[]> => {
    const ready = (readKept<Files>(name) ?? none).entries.filter(
      (entry) => entry.state === 'ready' && writtenOf(entry.counts) > 0,
    );
    await workThrough(ready, (entry, onProgress) => startCall('import.run', entry.input, onProgress), 'done');
    await refresh();
    const ran = new Set(ready.map((entry) => entry.file));
    return (readKept<Files>(name) ?? none).entries.filter((entry) => ran.has(entry.file));
  }, [refresh, workThrough]);
  const stop = useCallback((): void => {
    isStopped.current = true;
    running.current?.cancel();
  }, []);
  // Nothing is begun where its progress cannot be seen.
  useEffect(() => stop, [stop]);
  const open = useCallback((file: string | null): void => {
    change((files) => ({ ...files, opened: file }));
  }, []);
  const clear = useCallback((): void => {
    keep(name, none);
  }, []);
  return {
    entries,
    opened: entries.find((entry) => entry.file === opened) ?? null,
    step,
    choose,
    runAll,
    stop,
    open,
    edit,
    clear,
  };
};

export type ImportFiles = ReturnType<typeof useImportFiles>;
