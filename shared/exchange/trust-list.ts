import { z } from 'zod';

const hexHash = z.string().regex(/^[0-9a-f]{64}$/);

export const trustedInstallationSchema = z.strictObject({
  installId: z.string().regex(/^[0-9a-f]{16}$/),
  minisignPublicKey: z.string().min(50).max(80),
  ageRecipient: z.string().min(50).max(100),
  grantedAt: z.iso.datetime(),
  /** Digits that were compared when the installation was enrolled; the province's own has none. */
  fingerprint: z
    .string()
    .regex(/^(\d{4} ){7}\d{4}$/)
    .optional(),
  /** Last accepted package of a revoked installation; `null` while it is in force. */
  revoked: z
    .strictObject({
      revokedAt: z.iso.datetime(),
      replica: z.string(),
      packageId: hexHash.nullable(),
      n: z.int(),
      logHash: z.string(),
    })
    .nullable(),
});
export type TrustedInstallation = z.infer<typeof trustedInstallationSchema>;

export const trustedOfficeSchema = z.strictObject({
  officeId: z.string().regex(/^\d{2,5}(@\d{4}-\d{2}-\d{2})?$/),
  name: z.string().min(1).max(200),
  tier: z.enum(['district', 'province']),
  unitId: z.string(),
  installations: z.array(trustedInstallationSchema).max(64),
});
export type TrustedOffice = z.infer<typeof trustedOfficeSchema>;

/** A new province signing key that follows an old one, signed by both over `number`, old and new key. */
export const keyRotationSchema = z.strictObject({
  number: z.int().min(1),
  oldKey: z.string().min(50).max(80),
  newKey: z.string().min(50).max(80),
  byOld: z.string().max(2000),
  byNew: z.string().max(2000),
});
export type KeyRotation = z.infer<typeof keyRotationSchema>;

/** The province's numbered list of offices, installations and keys; an entry in it is the certificate. Frozen as version 1. */
export const trustListSchema = z.strictObject({
  format: z.literal(1),
  number: z.int().min(1),
  previousHash: hexHash.nullable(),
  provinceOfficeId: z.string(),
  /** Key ids of province signing keys in force, newest first. */
  signingKeys: z.array(z.string().min(50).max(80)).min(1).max(16),
  escrowRecipient: z.string().min(50).max(100),
  /** Every rotation of the province's signing key, oldest first; absent before the first. */
  rotations: z.array(keyRotationSchema).max(256).optional(),
  offices: z.array(trustedOfficeSchema).max(5000),
});
export type TrustList = z.infer<typeof trustListSchema>;

/** A trust list as it travels: the exact canonical text and its minisign signature. */
export const signedTrustListSchema = z.strictObject({ content: z.string().max(4_000_000), signature: z.string().max(2000) });
export type SignedTrustList = z.infer<typeof signedTrustListSchema>;

export const findTrustedOffice = (list: TrustList, officeId: string): TrustedOffice | undefined =>
  list.offices.find((office) => office.officeId === officeId);

/** Finds the installation that holds a signing key, with its office. */
export const findKeyHolder = (
  list: TrustList,
  hasKey: (minisignPublicKey: string) => boolean,
): { readonly office: TrustedOffice; readonly installation: TrustedInstallation } | undefined => {
  for (const office of list.offices)
    for (const installation of office.installations) if (hasKey(installation.minisignPublicKey)) return { office, installation };
  return undefined;
};
