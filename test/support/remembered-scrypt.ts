import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

type Done = (error: Error | null, key: Buffer) => void;
type Scrypt = (secret: string, salt: Buffer, size: number, options: object, done: Done) => void;

const known = new Map<string, Buffer>();

/** Opening a workspace is slow on purpose. Tests that open copies of the same one hundreds of times derive each key once. */
export const rememberScrypt = (): void => {
  const functions = crypto as unknown as { scrypt: Scrypt };
  const original = functions.scrypt;
  functions.scrypt = (secret, salt, size, options, done) => {
    const name = `${salt.toString('hex')} ${secret}`;
    const found = known.get(name);
    if (found !== undefined) {
      setImmediate(done, null, found);
      return;
    }
    original(secret, salt, size, options, (error, key) => {
      if (!error) known.set(name, key);
      done(error, key);
    });
  };
  syncBuiltinESMExports();
};
