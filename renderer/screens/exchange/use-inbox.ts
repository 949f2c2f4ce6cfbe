import { useState } from 'react';
import type { Failure } from '#shared/contract/failure.ts';
import type { MergeResult } from '#shared/contract/views.ts';
import { useWork, type Work } from '#renderer/rpc/use-engine.ts';

/** A file that was looked at: what it would do as a whole, and as a person has arranged it by leaving items out. */
export type LookedAt = { readonly whole: MergeResult; readonly result: MergeResult; readonly leaveOut: readonly string[] };

export type InboxWork = {
  readonly files: readonly LookedAt[];
  /** Files that were chosen and not looked at, because somebody stopped. */
  readonly rest: readonly string[];
  /** Files that were looked at and not taken in, because somebody stopped. */
  readonly skipped: number;
  readonly failure: Failure | null;
  readonly preview: Work<'merge.preview'>;
  readonly apply: Work<'merge.apply'>;
  readonly open: (paths: readonly string[]) => Promise<void>;
  /** Looks at the files that are left. */
  readonly lookOn: () => Promise<void>;
  /** Takes in what waits; how many files that were. */
  readonly applyAll: () => Promise<number>;
  readonly arrange: (changed: LookedAt) => void;
  readonly clear: () => void;
};

/**
 * What was agreed to, file by file. The hash of what was shown guards a file that is alone of its office: of several of one office each
 * was shown against the books as they are, and the earlier of them bring what the later would.
 */
const agreedOn = (waiting: readonly LookedAt[]) =>
  Object.fromEntries(
    waiting.map(({ result, leaveOut }) => {
      const packages = waiting.filter((one) => one.result.part === null && one.result.office === result.office);
      const isAlone = packages.length === 1;
      const guard = isAlone && result.diffHash !== null ? { diffHash: result.diffHash } : {};
      return [result.file, { leaveOut: [...leaveOut], ...guard }];
    }),
  );

const lookedAt = (result: MergeResult): LookedAt => ({ whole: result, result, leaveOut: [] });

/** Files on their way into the books: looked at, arranged, taken in; stopping leaves what is done as it is. */
export const useInbox = (): InboxWork => {
  const [files, setFiles] = useState<readonly LookedAt[]>([]);
  const [rest, setRest] = useState<readonly string[]>([]);
  const [skipped, setSkipped] = useState(0);
  const preview = useWork('merge.preview');
  const apply = useWork('merge.apply');
  const look = async (before: readonly LookedAt[], paths: readonly string[]): Promise<void> => {
    setSkipped(0);
    apply.clear();
    const reply = await preview.run({ files: [...paths] });
    if (!reply.ok) {
      setRest(paths);
      return;
    }
    const reached = new Set(reply.value.map(({ file }) => file));
    setFiles([...before, ...reply.value.map(lookedAt)]);
    setRest(paths.filter((path) => !reached.has(path)));
  };
  const applyAll = async (): Promise<number> => {
    const waiting = files.filter(({ result }) => result.status === 'preview');
    setSkipped(0);
    const reply = await apply.run({ files: waiting.map(({ result }) => result.file), each: agreedOn(waiting) });
    if (!reply.ok) return 0;
    const byFile = new Map(reply.value.map((result) => [result.file, result]));
    setFiles(
      files.map((one) => {
        const result = byFile.get(one.result.file);
        return result === undefined ? one : { ...one, result };
      }),
    );
    setSkipped(waiting.length - reply.value.length);
    return reply.value.filter(({ status }) => status === 'applied').length;
  };
  return {
    files,
    rest,
    skipped,
    failure: preview.failure ?? apply.failure,
    preview,
    apply,
    open: (paths) => {
      setFiles([]);
      setRest([]);
      return look([], paths);
    },
    lookOn: () => look(files, rest),
    applyAll,
    arrange: (changed) => {
      setFiles(files.map((one) => (one.result.file === changed.result.file ? changed : one)));
    },
    clear: () => {
      setFiles([]);
      setRest([]);
      setSkipped(0);
    },
  };
};
