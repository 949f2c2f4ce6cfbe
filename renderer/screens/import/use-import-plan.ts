import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { ImportPlan, ImportSheet } from '#shared/contract/import-methods.ts';
import type { Progress } from '#shared/contract/views.ts';
import { startCall } from '#renderer/rpc/engine.ts';

export type PlanInput = InputOf<'import.plan'>;

/** What a person decided about one row, as it is handed in. */
export type TypedDecision = NonNullable<PlanInput['decisions']>[number];

export type PlanState = {
  readonly input: PlanInput | null;
  /** How the sheets are understood; known before the rows, and also where no table is found. */
  readonly sheets: readonly ImportSheet[];
  /** Names of saved mappings that fit the file. */
  readonly fitting: readonly string[];
  readonly plan: ImportPlan | null;
  readonly failure: Failure | null;
  readonly progress: Progress | null;
  readonly isReading: boolean;
};

const nothing: PlanState = {
  input: null,
  sheets: [],
  fitting: [],
  plan: null,
  failure: null,
  progress: null,
  isReading: false,
};

type Planned = (input: PlanInput, plan: ImportPlan | null, failure: Failure | null) => void;

const tellOf = (failure: Failure): Failure | null => (failure.code === 'cancelled' ? null : failure);

/** What would happen to a file as it is understood now; every answer plans it anew, the last one counts. */
export const useImportPlan = (onPlanned: Planned) => {
  const [state, setState] = useState<PlanState>(nothing);
  const running = useRef<{ readonly cancel: () => void } | null>(null);
  const told = useRef(onPlanned);
  useEffect(() => {
    told.current = onPlanned;
  }, [onPlanned]);

  const read = useCallback(async (input: PlanInput): Promise<void> => {
    running.current?.cancel();
    setState((now) => ({
      ...(now.input?.file === input.file ? now : nothing),
      input,
      failure: null,
      progress: null,
      isReading: true,
    }));
    const onProgress = (progress: Progress): void => {
      setState((now) => ({ ...now, progress }));
    };
    const reading = startCall('import.read', input, onProgress);
    running.current = reading;
    const understood = await reading.reply;
    if (running.current !== reading) return;
    if (!understood.ok) {
      running.current = null;
      setState((now) => ({ ...now, plan: null, failure: tellOf(understood.failure), progress: null, isReading: false }));
      told.current(input, null, understood.failure);
      return;
    }
    const { sheets, fittingMappings } = understood.value;
    setState((now) => ({ ...now, sheets, fitting: fittingMappings }));
    const planning = startCall('import.plan', input, onProgress);
    running.current = planning;
    const reply = await planning.reply;
    if (running.current !== planning) return;
    running.current = null;
    setState((now) => ({
      ...now,
      plan: reply.ok ? reply.value : null,
      failure: reply.ok ? null : tellOf(reply.failure),
      progress: null,
      isReading: false,
    }));
    told.current(input, reply.ok ? reply.value : null, reply.ok ? null : reply.failure);
  }, []);
  const cancel = useCallback(() => {
    running.current?.cancel();
  }, []);
  // What nobody waits for any more is not read to its end.
  useEffect(
    () => () => {
      const last = running.current;
      running.current = null;
      last?.cancel();
    },
    [],
  );
  return { ...state, read, cancel };
};
