import { z } from 'zod';

/**
 * Name of a kind or a field on the wire. Words that every object answers to (`constructor`, `toString` ...) are none: no table of names
 * could be asked about them.
 */
export const wireName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9-]{0,59}$/)
  .refine((name) => !(name in Object.prototype));

/** Id of a record: a UUID in lower case, so that one record has one spelling. */
export const wireId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
