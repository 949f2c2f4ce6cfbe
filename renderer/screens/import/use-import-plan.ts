import { useCallback, useRef, useState } from 'react';
import type { InputOf } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { ImportPlan } from '#shared/contract/import-methods.ts';
import type { Progress } from '#shared/contract/views.ts';
import { startCall, type RunningCall } from '#renderer/rpc/engine.ts';

export type PlanInput = InputOf<'import.plan'>;

/** What a person decided about one row, as it is handed in. */
export type TypedDecision = NonNullable<PlanInput['decisions']>[number];

export type PlanState = {
  readonly input: PlanInput | null;
  readonly plan: ImportPlan | null;
  readonly failure: Failure | null;
  readonly progress: Progress | null;
  readonly isReading: boolean;
};

const nothing: PlanState = { input: null, plan: null, failure: null, progress: null, isReading: false };

/** What would happen to a file as it is understood now; every answer plans it anew, the last one counts. */
export const useImportPlan = () => {
  const [state, setState] = useState<PlanState>(nothing);
  const running = useRef<RunningCall<ImportPlan> | null>(null);
  const read = useCallback((input: PlanInput) => {
    running.current?.cancel();
    setState((now) => ({
      input,
      plan: now.input?.file === input.file ? now.plan : null,
      failure: null,
      progress: null,
      isReading: true,
    }));
    const call = startCall('import.plan', input, (progress) => {
      setState((now) => ({ ...now, progress }));
    });
    running.current = call;
    void call.reply.then((reply) => {
      if (running.current !== call) return;
      running.current = null;
      setState((now) => ({
        ...now,
        plan: reply.ok ? reply.value : now.plan,
        failure: reply.ok || reply.failure.code === 'cancelled' ? null : reply.failure,
        progress: null,
        isReading: false,
      }));
    });
  }, []);
  const cancel = useCallback(() => {
    running.current?.cancel();
  }, []);
  const clear = useCallback(() => {
    running.current?.cancel();
    running.current = null;
    setState(nothing);
  }, []);
  return { ...state, read, cancel, clear };
};
