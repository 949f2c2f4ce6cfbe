import { randomBytes } from 'node:crypto';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';

/** Time from outside. No rule reads it; it is passed in. */
export type Clock = { readonly now: () => Date };

/** Ids and randomness from outside, so that demo and tests can be repeated. */
export type Ids = {
  /** A new UUIDv7. */
  readonly recordId: () => string;
  /** Secrets, salts and epochs: always unpredictable. */
  readonly random: (size: number) => Uint8Array;
};

export const systemClock: Clock = { now: () => new Date() };

export const systemIds: Ids = { recordId: () => v7(), random: (size) => new Uint8Array(randomBytes(size)) };

/** Where it is noted, per user and machine, how far each workspace has come; nothing personal is in it. */
export const systemMarkerFolder = (): string => {
  const local = platform() === 'win32' ? process.env.LOCALAPPDATA : process.env.XDG_STATE_HOME;
  const home = local === undefined || local === '' ? join(homedir(), '.local', 'state') : local;
  return join(home, 'so-hoa-giai', 'markers');
};

const two = (value: number): string => String(value).padStart(2, '0');

/** The calendar date at the office, `YYYY-MM-DD`. */
export const dateOf = (instant: Date): string =>
  `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
