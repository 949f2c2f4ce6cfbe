import { z } from 'zod';
import { query } from './method.ts';

/** A package or receipt that these books know. */
const knownPaper = z.object({
  kind: z.enum(['package', 'receipt']),
  direction: z.enum(['sent', 'received']),
  office: z.string(),
  officeName: z.string(),
  /** Number of the package or receipt. */
  seq: z.int(),
  packageId: z.string(),
  at: z.string(),
});

export const paperCheck = z.object({
  /**
   * `match` and `mismatch` where a package was named; `known` and `unknown` where none was; `unreadable` where it is neither QR text nor
   * package id nor 32 digits.
   */
  result: z.enum(['match', 'mismatch', 'known', 'unknown', 'unreadable']),
  /** The package or receipt that the code is of, where these books know it. */
  found: knownPaper.nullable(),
});
export type PaperCheck = z.infer<typeof paperCheck>;

export const paperMethods = {
  /** Whether the code of a transmittal or receipt slip belongs to a package: QR text, package id or the 32 digits, as read or typed. */
  'paper.check': query(
    'clerk',
    z.object({
      code: z.string().min(1).max(500),
      expected: z.object({ office: z.string(), seq: z.int(), packageId: z.string() }).optional(),
    }),
    paperCheck,
  ),
} as const;
