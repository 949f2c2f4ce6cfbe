import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

type Done = (error: Error | null, key: Buffer) => void;
type Options = { readonly N?: number };
type Scrypt = (secret: string, salt: Buffer, size: number, options: Options, done: Done) => void;

const functions = crypto as unknown as { scrypt: Scrypt };
const full = functions.scrypt;

/** The cost of guessing a password is paid in the end-to-end tests; elsewhere it would be most of what a test does. */
functions.scrypt = (secret, salt, size, options, done) => {
  full(secret, salt, size, { ...options, N: 2 ** 10 }, done);
};
syncBuiltinESMExports();

/** For tests that open what was written at the full cost. */
export const useFullScrypt = (): void => {
  functions.scrypt = full;
  syncBuiltinESMExports();
};
