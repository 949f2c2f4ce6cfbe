import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { listKeyPairs } from '#db/queries/key-pair.ts';
import { findTrustList, writeTrustList } from '#db/queries/trust-list.ts';
import { recipientIdOf } from '#engine/age.ts';
import type { Handler, QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { sha256, sha256Hex } from '#engine/hash.ts';
import { isMinisigValid, parseMinisig, signMinisig } from '#engine/minisign.ts';
import { currentTrustList, isEnrolled, ownSigningKey, provinceFingerprintOf, signTrustList, takeInTrustList } from '#engine/trust.ts';
import { findUnitById } from '#shared/catalogue/units.ts';
import { canonicalJson, type Json } from '#shared/exchange/canonical.ts';
import { digitsOf, isSameDigits } from '#shared/exchange/digits.ts';
import { findTrustedOffice, type TrustedOffice, type TrustList } from '#shared/exchange/trust-list.ts';
import { applyJoin } from './apply-join.ts';
import { catalogueVersion, recipientsFor, schemaNumber } from './export-package.ts';
import { logAfter, sideOf, stateHashOf, wholeState } from './office-state.ts';
import { openPayload, readForm } from './open-container.ts';
import { readOfficeContent } from './payload.ts';
import { signedTrustOf } from './receipt.ts';
import { openGrant } from './verify-package.ts';
import { writeChecked, writeContainer } from './write-container.ts';

/** `.hgreq`: canonical JSON of the request and a signature over it with the key that it names. */
const requestSchema = z.strictObject({
  format: z.literal(1),
  office: z.string().regex(/^\d{2,5}(@\d{4}-\d{2}-\d{2})?$/),
  officeName: z.string().min(1).max(200),
  tier: z.literal('district'),
  unitId: z.string().max(20),
  installId: z.string().regex(/^[0-9a-f]{16}$/),
  minisignPublicKey: z.string().max(80),
  ageRecipient: z.string().regex(/^age1[0-9a-z]{50,70}$/),
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
});
type EnrolmentRequest = z.infer<typeof requestSchema>;
const fileSchema = z.strictObject({ request: requestSchema, signature: z.string().max(2000) });

const requestComment = (request: Pick<EnrolmentRequest, 'office' | 'installId'>): string => `hgreq 1 ${request.office} ${request.installId}`;

/** Digits of a request: SHA-256 of "hg-enrol-1" and its canonical text. */
const requestFingerprint = (request: EnrolmentRequest): string =>
  digitsOf(sha256(Buffer.from(`hg-enrol-1${canonicalJson(request as unknown as Json)}`, 'utf8')));

export const makeRequest: Handler<'enrol.request'> = (task, { file }) => {
  const request = task.read(({ database, identity }): EnrolmentRequest => {
    if (identity.tier !== 'district') throw failure('wrong-tier');
    return {
      format: 1,
      office: identity.officeId,
      officeName: identity.officeName,
      tier: 'district',
      unitId: identity.unitId,
      installId: identity.installId,
      minisignPublicKey: listKeyPairs(database, 'sign')[0]?.publicKey ?? '',
      ageRecipient: listKeyPairs(database, 'decrypt')[0]?.publicKey ?? '',
      nonce: Buffer.from(task.ids.random(16)).toString('hex'),
    };
  });
  const text = canonicalJson(request as unknown as Json);
  const signature = signMinisig(Buffer.from(text, 'utf8'), requestComment(request), task.read(({ database }) => ownSigningKey(database)));
  writeChecked(file, Buffer.from(canonicalJson({ request, signature } as unknown as Json), 'utf8'));
  return Promise.resolve({ file, fingerprint: requestFingerprint(request), officeId: request.office, installId: request.installId });
};

/** Reads a request; its own key must have signed exactly these bytes. Fails with `request-damaged`. */
const readRequest = (file: string): EnrolmentRequest => {
  const bytes = readFileSync(file);
  if (bytes.length > 20_000) throw failure('request-damaged');
  const parsed = ((): z.infer<typeof fileSchema> => {
    try {
      return fileSchema.parse(JSON.parse(bytes.toString('utf8')));
    } catch {
      throw failure('request-damaged');
    }
  })();
  const minisig = parseMinisig(parsed.signature);
  const text = Buffer.from(canonicalJson(parsed.request as unknown as Json), 'utf8');
  const canonical = Buffer.from(canonicalJson(parsed as unknown as Json), 'utf8').equals(bytes);
  const valid = minisig && minisig.trustedComment === requestComment(parsed.request) && isMinisigValid(text, minisig, parsed.request.minisignPublicKey);
  const unit = findUnitById(parsed.request.unitId);
  if (!canonical || valid !== true || unit?.tier !== 'district' || unit.id !== parsed.request.office) throw failure('request-damaged');
  return parsed.request;
};

const getProvinceList = ({ database, identity }: QueryContext): TrustList => {
  if (identity.tier !== 'province') throw failure('wrong-tier');
  const list = currentTrustList(database);
  if (!list) throw failure('not-enrolled');
  return list;
};

const knownAs = (list: TrustList, request: EnrolmentRequest): 'new-office' | 'second-installation' | 'same-installation' => {
  const office = findTrustedOffice(list, request.office);
  if (!office) return 'new-office';
  return office.installations.some((one) => one.installId === request.installId) ? 'same-installation' : 'second-installation';
};

export const inspectRequest: Handler<'enrol.inspectRequest'> = (task, { file }) => {
  const request = readRequest(file);
  const known = task.read((context) => knownAs(getProvinceList(context), request));
  return Promise.resolve({
    officeId: request.office,
    officeName: request.officeName,
    installId: request.installId,
    minisignPublicKey: request.minisignPublicKey,
    ageRecipient: request.ageRecipient,
    fingerprint: requestFingerprint(request),
    known,
  });
};

const withInstallation = (list: TrustList, request: EnrolmentRequest, now: string, previousHash: string): TrustList => {
  const installation = {
    installId: request.installId,
    minisignPublicKey: request.minisignPublicKey,
    ageRecipient: request.ageRecipient,
    grantedAt: now,
    revoked: null,
  };
  const office = findTrustedOffice(list, request.office);
  const changed: TrustedOffice = office
    ? { ...office, name: request.officeName, installations: [...office.installations, installation] }
    : { officeId: request.office, name: request.officeName, tier: 'district', unitId: request.unitId, installations: [installation] };
  const others = list.offices.filter((one) => one.officeId !== request.office);
  const offices = [...others, changed].sort((a, b) => (a.officeId < b.officeId ? -1 : 1));
  return { ...list, number: list.number + 1, previousHash, offices };
};

/**
 * Grants a request whose fingerprint a person has compared: the installation enters the trust list, the answer brings that list. Fails with
 * `fingerprint-mismatch`, `request-damaged`, `installation-needs-confirmation`, `wrong-tier`.
 */
export const grantRequest: Handler<'enrol.grant'> = async (task, input) => {
  const request = readRequest(input.file);
  if (!isSameDigits(input.fingerprint, requestFingerprint(request))) throw failure('fingerprint-mismatch');
  const known = task.read((context) => knownAs(getProvinceList(context), request));
  if (known === 'second-installation' && !input.allowSecondInstallation)
    throw failure('installation-needs-confirmation', { office: request.office });
  if (known !== 'same-installation')
    task.write(({ database, clock }) => {
      const stored = findTrustList(database);
      const list = currentTrustList(database);
      if (!stored || !list) throw failure('not-enrolled');
      const now = clock.now().toISOString();
      const next = withInstallation(list, request, now, stored.hash);
      const signed = signTrustList(next, ownSigningKey(database));
      writeTrustList(database, { number: next.number, hash: sha256Hex(signed.content), ...signed, takenInAt: now });
    });
  const { draft, files, list, key } = task.read((context) => {
    const { database, identity, actor, clock } = context;
    const officeId = request.office;
    const current = getProvinceList(context);
    const side = input.withState ? sideOf(database, officeId) : { context: {}, exceptions: [] };
    const state = input.withState ? wholeState(database, officeId) : Buffer.alloc(0);
    return {
      list: current,
      key: ownSigningKey(database),
      files: { 'state.jsonl': state, 'log.jsonl': input.withState ? logAfter(database, officeId, {}) : Buffer.alloc(0) },
      draft: {
        kind: 'grant' as const,
        office: officeId,
        installId: identity.installId,
        epoch: identity.epoch,
        seq: current.number,
        prevHash: null,
        earlier: [],
        newestReceipt: null,
        schema: schemaNumber,
        catalogue: catalogueVersion,
        trustList: current.number,
        approver: actor.name,
        counts: {},
        context: side.context,
        exceptions: [...side.exceptions],
        stateHash: input.withState ? stateHashOf(database, officeId) : sha256Hex(''),
        createdAt: clock.now().toISOString(),
        trust: signedTrustOf(context),
      },
    };
  });
  const { bytes } = await writeContainer(draft, files, recipientsFor(list, request.office), key);
  writeChecked(input.out, bytes);
  return {
    file: input.out,
    officeId: request.office,
    installId: request.installId,
    trustNumber: list.number,
    provinceFingerprint: provinceFingerprintOf(list),
  };
};

export const inspectGrant: Handler<'enrol.inspectGrant'> = (_, { file }) => {
  const { list } = openGrant(readFileSync(file));
  return Promise.resolve({
    provinceOfficeId: list.provinceOfficeId,
    provinceName: findTrustedOffice(list, list.provinceOfficeId)?.name ?? '',
    provinceFingerprint: provinceFingerprintOf(list),
    trustNumber: list.number,
  });
};

/**
 * Accepts the province's answer once its fingerprint was compared. Fails with `fingerprint-mismatch` (nothing changed), `grant-not-for-us`,
 * `package-trust-fork`.
 */
export const acceptGrant: Handler<'enrol.accept'> = async (task, { file, fingerprint }) => {
  const bytes = readFileSync(file);
  const { list, envelope } = openGrant(bytes);
  if (!isSameDigits(fingerprint, provinceFingerprintOf(list))) throw failure('fingerprint-mismatch');
  const own = task.read(({ database, identity }) => ({
    identity,
    publicKey: listKeyPairs(database, 'sign')[0]?.publicKey,
    recipients: listKeyPairs(database, 'decrypt'),
    known: currentTrustList(database),
    enrolled: isEnrolled(database, identity.officeId, identity.installId),
  }));
  const installation = findTrustedOffice(list, own.identity.officeId)?.installations.find((one) => one.installId === own.identity.installId);
  const isOurs = installation?.minisignPublicKey === own.publicKey && own.recipients.some((key) => key.publicKey === installation?.ageRecipient);
  if (!isOurs || envelope.office !== own.identity.officeId) throw failure('grant-not-for-us');
  if (own.known && own.known.provinceOfficeId !== list.provinceOfficeId) throw failure('already-enrolled');
  const ids = new Set(own.recipients.map((key) => recipientIdOf(key.publicKey)));
  if (!envelope.recipients.some((id) => ids.has(id))) throw failure('package-not-for-us');
  const files = await openPayload(
    { envelope, payload: readForm(bytes).payload },
    own.recipients.flatMap((key) => (key.secret === null ? [] : [key.secret])),
  );
  const content = readOfficeContent(files, envelope);
  task.write(({ database, identity, clock }) => {
    if (!envelope.trust) throw failure('package-envelope');
    takeInTrustList(database, envelope.trust, list, clock.now().toISOString());
    if (content.records.length > 0) applyJoin(database, identity.officeId, envelope, content, { leaveOut: [], whole: false });
  });
  return { provinceOfficeId: list.provinceOfficeId, trustNumber: list.number };
};
