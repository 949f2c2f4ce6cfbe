import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';
import type { Failure, Reply } from '#shared/contract/failure.ts';
import type { Progress } from '#shared/contract/views.ts';
import { ask, startCall } from './engine.ts';

/** The answer to a query, kept until something is written. */
export const useAnswer = <M extends MethodName>(
  method: M,
  input: InputOf<M>,
  options: {
    readonly enabled?: boolean;
    /** Whether the screen says itself what failed. */ readonly mayFail?: boolean;
  } = {},
): UseQueryResult<OutputOf<M>> =>
  useQuery({
    queryKey: [method, input],
    queryFn: () => ask(method, input),
    enabled: options.enabled ?? true,
    throwOnError: options.mayFail !== true,
    placeholderData: (previous) => previous,
  });

/** Forgets every answer after something was written. */
export const useRefresh = (): (() => Promise<void>) => {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries(), [client]);
};

/** Drafts change while somebody types: only what shows them is asked again. */
export const useForgetDrafts = (): (() => void) => {
  const client = useQueryClient();
  return useCallback(() => {
    for (const method of ['draft.list', 'status.get'] satisfies readonly MethodName[])
      void client.invalidateQueries({ queryKey: [method] });
  }, [client]);
};

export type Work<M extends MethodName> = {
  readonly run: (input: InputOf<M>) => Promise<Reply<OutputOf<M>>>;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly progress: Progress | null;
  readonly cancel: () => void;
  readonly clear: () => void;
};

/** A command or task that a button starts: one at a time, with progress and its last failure. */
export const useWork = <M extends MethodName>(method: M): Work<M> => {
  const refresh = useRefresh();
  const [state, setState] = useState<{
    readonly isRunning: boolean;
    readonly failure: Failure | null;
    readonly progress: Progress | null;
  }>({
    isRunning: false,
    failure: null,
    progress: null,
  });
  const cancel = useRef<() => void>(() => undefined);
  const run = useCallback(
    async (input: InputOf<M>) => {
      setState({ isRunning: true, failure: null, progress: null });
      const running = startCall(method, input, (progress) => {
        setState((now) => ({ ...now, progress }));
      });
      cancel.current = running.cancel;
      const reply = await running.reply;
      setState({ isRunning: false, failure: reply.ok ? null : reply.failure, progress: null });
      if (reply.ok) await refresh();
      return reply;
    },
    [method, refresh],
  );
  const clear = useCallback(() => {
    setState({ isRunning: false, failure: null, progress: null });
  }, []);
  return {
    ...state,
    run,
    cancel: () => {
      cancel.current();
    },
    clear,
  };
};
