import { readFileSync } from 'node:fs';
import { failure } from '#engine/failure.ts';
import type { Options } from './command.ts';

/** The password from `--password-file` (last line end left out) or `SHG_PASSWORD`; never from an argument. Fails with `password-missing`. */
export const readPassword = (options: Options): string => {
  const file = options['password-file'];
  const given = typeof file === 'string' ? readFileSync(file, 'utf8').replace(/\r?\n$/, '') : process.env.SHG_PASSWORD;
  if (given === undefined || given === '') throw failure('password-missing');
  return given;
};
