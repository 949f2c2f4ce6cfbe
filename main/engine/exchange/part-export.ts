import { basename, dirname, extname, join } from 'node:path';
import { listNamedBlobs } from '#db/queries/attachment.ts';
import type { QueryContext, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import type { SigningKey } from '#engine/minisign.ts';
import { canonicalJson } from '#shared/exchange/canonical.ts';
import { partFileName, planParts } from '#shared/exchange/part.ts';
import { stageFile, type StagedFile } from './files.ts';
import { writePart, type PartDraft } from './part-file.ts';

type Named = { readonly sha256: string; readonly size: number };

/** Contents of an office that are held here, and those that are named and lacked. */
export type OfficeBlobs = { readonly held: readonly Named[]; readonly lacked: readonly string[] };

export const officeBlobs = ({ database, blobs }: QueryContext, officeId: string): OfficeBlobs => {
  const named = listNamedBlobs(database, officeId);
  const lacking = blobs.lacking(named.map(({ sha256 }) => sha256));
  return {
    held: named.filter(({ sha256 }) => !lacking.has(sha256)),
    lacked: [...lacking].sort(),
  };
};

/** A file that is sent only where there is something in it: who does not know it takes everything else. */
export const lackedFile = ({ lacked }: OfficeBlobs): { readonly 'blobs.json'?: Buffer } =>
  lacked.length === 0 ? {} : { 'blobs.json': Buffer.from(canonicalJson({ lacked: [...lacked] }), 'utf8') };

/** A part that was written beside its package: where, and how many attached files are in it. */
export type WrittenPart = { readonly file: string; readonly fileCount: number };

export type PartJob = {
  /** The file that the parts travel with; they lie beside it under its name. */
  readonly beside: string;
  readonly draft: Omit<PartDraft, 'part' | 'partCount'>;
  readonly blobs: readonly Named[];
  readonly recipients: readonly string[];
  readonly key: Pick<SigningKey, 'seed' | 'keyId'>;
};

/** Parts that are on the disk under other names and wait to be moved into place. */
export type StagedParts = {
  /** Moves them into place and reads them back. Fails as `StagedFile.place`; then none of them is left. */
  readonly place: () => readonly WrittenPart[];
  readonly discard: () => void;
};

/** Stages the file that parts travel with; where it cannot be written, nothing of them is left. */
export const stageWith = (parts: StagedParts, file: string, bytes: Uint8Array): StagedFile => {
  try {
    return stageFile(file, bytes);
  } catch (error) {
    parts.discard();
    throw error;
  }
};

/** Moves the parts into place before what they travel with; where that fails, nothing of either is left. */
export const placeBefore = (file: StagedFile, parts: StagedParts): readonly WrittenPart[] => {
  try {
    return parts.place();
  } catch (error) {
    file.discard();
    throw error;
  }
};

/**
 * Writes the contents as parts beside a package, one after the other, so that only one is ever in memory. A content that is damaged here is
 * left out: it counts as missing from then on.
 */
export const stageParts = async (task: TaskContext, { beside, draft, blobs, recipients, key }: PartJob): Promise<StagedParts> => {
  const plan = planParts(blobs);
  const stem = basename(beside, extname(beside));
  const staged: { readonly file: StagedFile; readonly written: WrittenPart }[] = [];
  const discard = (): void => {
    for (const { file } of staged) file.discard();
  };
  try {
    for (const [index, hashes] of plan.entries()) {
      await task.progress({ step: 'parts', done: index, total: plan.length });
      const store = task.host.current()?.blobs;
      if (!store) throw failure('workspace-locked');
      const contents = hashes.flatMap((sha256) => store.read(sha256) ?? []);
      if (contents.length === 0) continue;
      const bytes = await writePart({ ...draft, part: index + 1, partCount: plan.length }, contents, recipients, key);
      const file = join(dirname(beside), partFileName(stem, index + 1));
      staged.push({ file: stageFile(file, bytes), written: { file, fileCount: contents.length } });
    }
  } catch (error) {
    discard();
    throw error;
  }
  return {
    place: () => {
      try {
        for (const { file } of staged) file.place();
        return staged.map(({ written }) => written);
      } catch (error) {
        discard();
        throw error;
      }
    },
    discard,
  };
};
