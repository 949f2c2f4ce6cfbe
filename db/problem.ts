/** Why the storage could not do what was asked; the engine turns it into a failure of the contract. */
export type StorageProblemCode =
  | 'database-missing'
  | 'database-key-wrong'
  | 'database-in-use'
  | 'database-newer'
  | 'database-damaged'
  | 'disk-full'
  | 'no-permission'
  | 'disk-failing';

export class StorageProblem extends Error {
  readonly code: StorageProblemCode;
  constructor(code: StorageProblemCode, options?: { readonly cause?: unknown }) {
    super(code, options);
    this.name = 'StorageProblem';
    this.code = code;
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

const problemOf = (code: string): StorageProblemCode | undefined => {
  if (code === 'SQLITE_NOTADB') return 'database-key-wrong';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'database-in-use';
  if (code.startsWith('SQLITE_CORRUPT')) return 'database-damaged';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  if (code.startsWith('SQLITE_IOERR')) return 'disk-failing';
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM'))
    return 'no-permission';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'no-permission';
  return undefined;
};

/** The error as a storage problem where it is one, otherwise the error itself. */
export const asStorageProblem = (error: unknown): unknown => {
  const code = problemOf(codeOf(error));
  return code === undefined ? error : new StorageProblem(code, { cause: error });
};
