import { z } from 'zod';
import { contextSchema, officeIdSchema } from './envelope.ts';
import { wireId, wireName } from './wire-name.ts';

/**
 * What stands inside a payload, version 1. Frozen: fields and kinds are only ever added; what is unknown here is kept as it is, so
 * that a newer program finds it again.
 */
const hexHash = z.string().regex(/^[0-9a-f]{64}$/);
const replica = z.string().regex(/^[0-9a-f]{16}\.\d{1,9}-[0-9a-f]{16}$/);
const n = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const dot = z.tuple([replica, n]);
const id = wireId;
const name = wireName;
const wellFormed = z
  .string()
  .max(20_000)
  .refine((text) => text.isWellFormed());

const plainValue = z.union([wellFormed, z.number(), z.boolean(), z.array(wellFormed).max(10_000), z.null()]);
const removedValue = z.strictObject({ reason: wellFormed, saw: z.array(dot).max(100_000) });
export const wireValue = z.union([plainValue, removedValue]);

/** Value types of the known fields. Text covers codes, dates, ids and units: their lists may grow. */
export type WireType = 'text' | 'list' | 'integer' | 'boolean';

export const wireFields: Readonly<Record<string, Readonly<Record<string, WireType>>>> = {
  person: {
    fullName: 'text',
    sortName: 'text',
    sex: 'text',
    birthDate: 'text',
    ethnicGroup: 'text',
    residentialUnitId: 'text',
    citizenId: 'text',
    phone: 'text',
    generalEducation: 'text',
    professionalLevel: 'text',
    lawDegree: 'text',
    occupation: 'text',
    position: 'text',
    organisation: 'text',
    backgrounds: 'list',
    note: 'text',
  },
  'residential-unit': {
    name: 'text',
    kind: 'text',
    communeId: 'text',
    validFrom: 'text',
    validTo: 'text',
    predecessorIds: 'list',
    householdCount: 'integer',
    minorityArea: 'boolean',
  },
  decision: {
    number: 'text',
    decidedOn: 'text',
    kind: 'text',
    issuer: 'text',
    signer: 'text',
    signerTitle: 'text',
    communeId: 'text',
    subject: 'text',
  },
  team: {
    name: 'text',
    communeId: 'text',
    residentialUnitIds: 'list',
    establishedOn: 'text',
    decisionId: 'text',
    fixedMemberCount: 'integer',
    dissolvedOn: 'text',
    note: 'text',
  },
  membership: {
    personId: 'text',
    teamId: 'text',
    role: 'text',
    electedOn: 'text',
    electionMethod: 'text',
    voterCount: 'integer',
    votesFor: 'integer',
    recognizedOn: 'text',
    decisionId: 'text',
    leaderDecisionId: 'text',
    ceasedOn: 'text',
    ceaseReason: 'text',
    ceaseDetail: 'text',
    ceaseDecisionId: 'text',
  },
  trainer: {
    personId: 'text',
    pool: 'text',
    source: 'text',
    position: 'text',
    agency: 'text',
    qualification: 'text',
    fieldOfLaw: 'text',
    decisionId: 'text',
    appointedOn: 'text',
    endedOn: 'text',
    endReason: 'text',
    methodTrainingYear: 'integer',
  },
  session: {
    title: 'text',
    kind: 'text',
    planNumber: 'text',
    planDate: 'text',
    invitationNumber: 'text',
    invitationDate: 'text',
    hostAgency: 'text',
    leadAgency: 'text',
    coordinatingAgencies: 'text',
    combinedWith: 'text',
    place: 'text',
    communeId: 'text',
    startsOn: 'text',
    endsOn: 'text',
    dayCount: 'integer',
    sittingCount: 'integer',
    periodsPerSitting: 'integer',
    topics: 'text',
    materials: 'text',
    plannedAmount: 'integer',
    spentAmount: 'integer',
    result: 'text',
    recommendations: 'text',
  },
  'session-speaker': {
    sessionId: 'text',
    trainerId: 'text',
    guestName: 'text',
    guestPosition: 'text',
    topic: 'text',
    periodCount: 'integer',
  },
  'funding-line': { sessionId: 'text', source: 'text', plannedAmount: 'integer', spentAmount: 'integer', note: 'text' },
  participant: {
    sessionId: 'text',
    personId: 'text',
    guestName: 'text',
    guestPosition: 'text',
    guestUnit: 'text',
    onStatePayroll: 'boolean',
    result: 'text',
    certificateNumber: 'text',
  },
  presence: { participantId: 'text', sitting: 'integer', present: 'boolean' },
  nomination: {
    subjectKind: 'text',
    personId: 'text',
    teamId: 'text',
    organisationName: 'text',
    level: 'text',
    form: 'text',
    basis: 'text',
    year: 'integer',
    achievements: 'text',
    councilVotesFor: 'integer',
    councilMemberCount: 'integer',
    stage: 'text',
    decisionNumber: 'text',
    decidedOn: 'text',
    refusalReason: 'text',
  },
  'finding-answer': { rule: 'text', recordKind: 'text', recordId: 'text', saw: 'text', note: 'text' },
  'proposal-answer': { answer: 'text', reason: 'text' },
  'dossier-item': { nominationId: 'text', item: 'text', present: 'boolean', note: 'text' },
  attachment: {
    recordKind: 'text',
    recordId: 'text',
    fileName: 'text',
    mediaType: 'text',
    size: 'integer',
    sha256: 'text',
    addedOn: 'text',
  },
  'identity-link': { firstId: 'text', secondId: 'text', decision: 'text', note: 'text' },
};

const fits: Readonly<Record<WireType, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  list: (value) => Array.isArray(value),
  integer: (value) => Number.isSafeInteger(value),
  boolean: (value) => typeof value === 'boolean',
};

/**
 * Whether a value has the type that version 1 gives its field; unknown kinds and fields take any plain value. A field that does not fit is
 * set aside, the rest of the package stays acceptable.
 */
export const fitsField = (kind: string, field: string, value: unknown): boolean => {
  if (field === 'removed') return value === null || removedValue.safeParse(value).success;
  const type = wireFields[kind]?.[field];
  return value === null || (type === undefined ? plainValue.safeParse(value).success : fits[type](value));
};

const head = z.tuple([replica, n, wireValue]);
const isRising = (heads: readonly (readonly [string, number, unknown])[]): boolean =>
  heads.every((one, index) => {
    const before = heads[index - 1];
    return before === undefined || before[0] < one[0] || (before[0] === one[0] && before[1] < one[1]);
  });

/** A line of `state.jsonl`: heads sorted by replica, then n, at least one per field, and at least one field. */
export const stateLineSchema = z.strictObject({
  kind: name,
  id,
  fields: z.record(name, z.array(head).min(1).max(256).refine(isRising)).refine((fields) => Object.keys(fields).length > 0),
});

const link = z.strictObject({ replica, n, hash: hexHash });

/** A line of `log.jsonl`. */
export const logLineSchema = z.strictObject({
  replica,
  n,
  office: officeIdSchema,
  kind: name,
  id,
  author: z.strictObject({ id: wellFormed, name: wellFormed }),
  reason: wellFormed.nullable(),
  at: z.iso.datetime(),
  prev: link.nullable(),
  fields: z.record(
    name,
    z.strictObject({
      commitment: hexHash,
      replaces: z.array(dot).max(256),
      salt: z
        .string()
        .regex(/^[0-9a-f]{32}$/)
        .nullable(),
      value: wireValue,
      erased: z.literal(true).optional(),
    }),
  ),
});

/** `manifest.json`: repeats who sent it and lists every other file. */
export const manifestSchema = z.looseObject({
  format: z.literal(1),
  kind: z.enum(['package', 'receipt', 'grant']),
  office: officeIdSchema,
  installId: z.string(),
  epoch: z.string(),
  seq: n,
  files: z.array(z.strictObject({ path: z.string().regex(/^[a-z]+\.jsonl?$/), size: z.int().min(0), sha256: hexHash })).max(16),
});
export type Manifest = z.infer<typeof manifestSchema>;

const acceptedPackage = z.strictObject({ installId: z.string(), epoch: z.string(), seq: n, packageId: hexHash });

/** `receipt.json` inside a receipt: what the province has accepted. */
export const receiptSchema = z.looseObject({
  number: n,
  office: officeIdSchema,
  /** The newest accepted package of the office, or `null` for a receipt without one. */
  for: acceptedPackage.nullable(),
  /** The newest accepted package of each installation and epoch of the office: what its own PC may call received. */
  accepted: z.array(acceptedPackage).max(10_000),
  acceptedContext: contextSchema,
  setAside: z.array(z.strictObject({ kind: z.string(), id: z.string(), field: z.string(), reason: z.string() })),
  proposals: z.array(z.unknown()),
  /** SHA-256 of attached files that the province holds: they need not be sent again. */
  heldBlobs: z.array(hexHash).max(100_000).optional(),
});
export type ReceiptContent = z.infer<typeof receiptSchema>;
