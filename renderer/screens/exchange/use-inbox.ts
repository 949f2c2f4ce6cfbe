import { useState } from 'react';
import type { Failure } from '#shared/contract/failure.ts';
import type { MergeResult } from '#shared/contract/views.ts';
import { useWork, type Work } from '#renderer/rpc/use-engine.ts';

/** A file that was looked at: what it would do as a whole, and as a person has arranged it by leaving items out. */
export type LookedAt = { readonly whole: MergeResult; readonly result: MergeResult; readonly leaveOut: readonly string[] };

export type InboxWork = {
  readonly files: readonly LookedAt[];
  /** Files that were not reached, because somebody stopped. */
  readonly skipped: number;
  readonly failure: Failure | null;
  readonly preview: Work<'merge.preview'>;
  readonly apply: Work<'merge.apply'>;
  readonly open: (paths: readonly string[]) => Promise<void>;
  readonly applyAll: () => Promise<boolean>;
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
  const [skipped, setSkipped] = useState(0);
  const preview = useWork('merge.preview');
  const apply = useWork('merge.apply');
  const open = async (paths: readonly string[]): Promise<void> => {
    setFiles([]);
    setSkipped(0);
    apply.clear();
    const reply = await preview.run({ files: [...paths] });
    if (!reply.ok) return;
    setFiles(reply.value.map(lookedAt));
    setSkipped(paths.length - reply.value.length);
  };
  const applyAll = async (): Promise<boolean> => {
    const waiting = files.filter(({ result }) => result.status === 'preview');
    setSkipped(0);
    const reply = await apply.run({ files: waiting.map(({ result }) => result.file), each: agreedOn(waiting) });
    if (!reply.ok) return false;
    const byFile = new Map(reply.value.map((result) => [result.file, result]));
    setFiles(
      files.map((one) => {
        const result = byFile.get(one.result.file);
        return result === undefined ? one : { ...one, result };
      }),
    );
    setSkipped(waiting.length - reply.value.length);
    return true;
  };
  return {
    files,
    skipped,
    failure: preview.failure ?? apply.failure,
    preview,
    apply,
    open,
    applyAll,
    arrange: (changed) => {
      setFiles(files.map((one) => (one.result.file === changed.result.file ? changed : one)));
    },
    clear: () => {
      setFiles([]);
      setSkipped(0);
    },
  };
};
