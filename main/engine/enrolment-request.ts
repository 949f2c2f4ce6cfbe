import { z } from 'zod';
import type { ReadableDatabase } from '#db/open.ts';
import { findSetting } from '#db/queries/setting.ts';
import { canonicalJson } from '#shared/exchange/canonical.ts';
import { digitsOf } from '#shared/exchange/digits.ts';
import { officeIdSchema } from '#shared/exchange/envelope.ts';
import { sha256 } from './hash.ts';

/** What an office asks the province to put into the trust list. Format 1. */
export const enrolmentRequestSchema = z.strictObject({
  format: z.literal(1),
  office: officeIdSchema,
  officeName: z.string().min(1).max(200),
  tier: z.literal('district'),
  unitId: z.string().max(20),
  installId: z.string().regex(/^[0-9a-f]{16}$/),
  minisignPublicKey: z.string().max(80),
  ageRecipient: z.string().regex(/^age1[0-9a-z]{50,70}$/),
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequestSchema>;

/** The text that is signed. */
export const requestText = (request: EnrolmentRequest): string => canonicalJson(request);

/** Digits by which the province recognises a request: over "hg-enrol-1" and its canonical text. */
export const requestFingerprint = (request: EnrolmentRequest): string =>
  digitsOf(sha256(Buffer.from(`hg-enrol-1${requestText(request)}`, 'utf8')));

/** The request this installation has made, if any: asked again it is the same, so that the digits on the sheet stay true. */
export const findOwnRequest = (database: ReadableDatabase): EnrolmentRequest | undefined => {
  const stored = findSetting(database, 'enrolment-request');
  return stored === undefined ? undefined : enrolmentRequestSchema.parse(JSON.parse(stored));
};
