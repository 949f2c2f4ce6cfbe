import { useCallback, useRef, useState } from 'react';
import type { Failure, LineIssue } from '#shared/contract/failure.ts';
import type { Issue } from '#shared/domain/record.ts';
import { call, CallFailure } from '#renderer/rpc/engine.ts';
import { useRefresh } from '#renderer/rpc/use-engine.ts';
import type { GridPlan, ReadGridRow } from './grid-plan.ts';

export type GridOutcome = {
  readonly saved: ReadonlySet<number>;
  readonly issues: ReadonlyMap<number, readonly Issue[]>;
  readonly failure: Failure | null;
};

type Put = {
  readonly saved: readonly number[];
  readonly refused: ReadonlyMap<number, readonly Issue[]>;
  readonly failure: Failure | null;
};

const bareIssue = ({ line: _line, ...issue }: LineIssue): Issue => issue;

/** All rows of a batch are written or none: what is refused is taken out and the rest tried again. */
const putRows = async (kind: string, rows: readonly ReadGridRow[], stopAtQuestions: boolean): Promise<Put> => {
  if (rows.length === 0) return { saved: [], refused: new Map(), failure: null };
  const reply = await call('record.put', { kind, lines: rows.map((one) => one.line), stopAtQuestions });
  if (reply.ok) return { saved: rows.map((one) => one.row.key), refused: new Map(), failure: null };
  const issues = reply.failure.issues ?? [];
  if (issues.length === 0) return { saved: [], refused: new Map(), failure: reply.failure };
  const refused = new Map<number, readonly Issue[]>();
  for (const issue of issues) {
    const key = rows[issue.line - 1]?.row.key;
    if (key !== undefined) refused.set(key, [...(refused.get(key) ?? []), bareIssue(issue)]);
  }
  const rest = await putRows(
    kind,
    rows.filter((one) => !refused.has(one.row.key)),
    stopAtQuestions,
  );
  return { ...rest, refused: new Map([...refused, ...rest.refused]) };
};

const isAskedOnly = ({ row }: ReadGridRow): boolean =>
  row.issues.length > 0 && row.issues.every((issue) => issue.severity === 'question');

const nothing: ReadonlySet<number> = new Set();

/** Writes what is right. A row that raised questions is written when it comes again unchanged. */
const write = async (kind: string, rows: readonly ReadGridRow[]): Promise<GridOutcome> => {
  const right = rows.filter((one) => one.issues.length === 0);
  const fresh = right.filter((one) => !isAskedOnly(one));
  const asked = fresh.flatMap(({ row, asks = [] }) => (asks.length === 0 ? [] : [[row.key, asks] as const]));
  const first = await putRows(
    kind,
    fresh.filter(({ asks = [] }) => asks.length === 0),
    true,
  );
  const second = await putRows(kind, right.filter(isAskedOnly), false);
  const wrong = rows.filter((one) => one.issues.length > 0).map((one) => [one.row.key, one.issues] as const);
  return {
    saved: new Set([...first.saved, ...second.saved]),
    issues: new Map([...wrong, ...asked, ...first.refused, ...second.refused]),
    failure: first.failure ?? second.failure,
  };
};

/** Saving one grid: one write at a time, `null` where one is under way. */
export const useGridSave = (kind: string, prepare: GridPlan['prepare']) => {
  const refresh = useRefresh();
  const isRunning = useRef(false);
  const [isSaving, setSaving] = useState(false);
  const save = useCallback(
    async (read: readonly ReadGridRow[]): Promise<GridOutcome | null> => {
      if (isRunning.current) return null;
      isRunning.current = true;
      setSaving(true);
      try {
        const outcome = await write(kind, await prepare(read));
        await refresh();
        return outcome;
      } catch (error) {
        if (!(error instanceof CallFailure)) throw error;
        return { saved: nothing, issues: new Map(), failure: error.failure };
      } finally {
        isRunning.current = false;
        setSaving(false);
      }
    },
    [kind, prepare, refresh],
  );
  return { save, isSaving };
};
