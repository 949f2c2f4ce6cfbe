import type { Failure, FailureCode, LineIssue } from '#shared/contract/failure.ts';
import { StorageProblem, type StorageProblemCode } from '#db/problem.ts';

/** Carries a failure up to the engine's door, where it becomes a reply. It never crosses a process. */
export class EngineFailure extends Error {
  readonly failure: Failure;
  constructor(failed: Failure) {
    super(failed.code);
    this.name = 'EngineFailure';
    this.failure = failed;
  }
}

/** Makes the exception for a failure code; `details` hold numbers, codes and file names only, never names of people. */
export const failure = (code: FailureCode, details?: Failure['details']): EngineFailure =>
  new EngineFailure(details === undefined ? { code } : { code, details });

/** Refused by validation: every issue with its line. */
export const refused = (issues: readonly LineIssue[]): EngineFailure => new EngineFailure({ code: 'validation-failed', issues });

const storageFailures: Readonly<Record<StorageProblemCode, FailureCode>> = {
  'database-missing': 'workspace-missing',
  'database-key-wrong': 'workspace-damaged',
  'database-in-use': 'workspace-in-use',
  'database-newer': 'workspace-newer',
  'database-damaged': 'workspace-damaged',
  'disk-full': 'disk-full',
  'no-permission': 'no-permission',
  'disk-failing': 'disk-failing',
};

const fileFailures: Readonly<Record<string, FailureCode>> = {
  ENOENT: 'file-missing',
  EEXIST: 'file-exists',
  EISDIR: 'file-missing',
  ENOTDIR: 'file-missing',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'file-unwritable',
  EIO: 'file-unwritable',
  ENXIO: 'file-unwritable',
  ENODEV: 'file-unwritable',
  ENOTCONN: 'file-unwritable',
  ESTALE: 'file-unwritable',
  EREMOTEIO: 'file-unwritable',
  EBUSY: 'file-unwritable',
  // What Windows gives for a stick that is gone.
  UNKNOWN: 'file-unwritable',
};

/** Any thrown thing as a failure. What is not known becomes `internal-error`, without its text: it might hold personal data. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof EngineFailure) return error.failure;
  if (error instanceof StorageProblem) return { code: storageFailures[error.code] };
  const code = typeof error === 'object' && error !== null && 'code' in error ? fileFailures[String(error.code)] : undefined;
  return code === undefined ? { code: 'internal-error' } : { code };
};
