import { findTrustList, writeTrustList } from '#db/queries/trust-list.ts';
import { recipientLimit } from '#engine/age.ts';
import type { CommandContext, Handler, QueryContext, TaskContext } from '#engine/context.ts';
import { requestFingerprint, type EnrolmentRequest } from '#engine/enrolment-request.ts';
import { failure } from '#engine/failure.ts';
import { sha256Hex } from '#engine/hash.ts';
import { keyIdOf } from '#engine/minisign.ts';
import { ownSigningKey, provinceFingerprintOf, signTrustList } from '#engine/trust.ts';
import { isSameDigits } from '#shared/exchange/digits.ts';
import { findKeyHolder, findTrustedOffice, type TrustedOffice, type TrustList } from '#shared/exchange/trust-list.ts';
import { writeChecked } from './files.ts';
import { withInbox } from './inbox.ts';
import { countPresent, listStates, logAfter, sideOf, wholeLinks, wholeState } from './office-state.ts';
import { officeBlobs, stageParts } from './part-export.ts';
import { knownAs, readRequest } from './request-file.ts';
import { getProvinceList, recipientsFor, signedTrustOf } from './trust-in-force.ts';
import { catalogueVersion, schemaNumber } from './versions.ts';
import { writeContainer, type EnvelopeDraft } from './write-container.ts';

const withInstallation = (list: TrustList, request: EnrolmentRequest, now: string, previousHash: string): TrustList => {
  const { office: officeId, officeName: name, unitId, installId, minisignPublicKey, ageRecipient } = request;
  const installation = {
    installId,
    minisignPublicKey,
    ageRecipient,
    grantedAt: now,
    fingerprint: requestFingerprint(request),
    revoked: null,
  };
  const office: TrustedOffice = findTrustedOffice(list, officeId) ?? {
    officeId,
    name,
    tier: 'district',
    unitId,
    installations: [],
  };
  const changed = { ...office, name, installations: [...office.installations, installation] };
  const others = list.offices.filter((one) => one.officeId !== officeId);
  const offices = [...others, changed].sort((a, b) => (a.officeId < b.officeId ? -1 : 1));
  return { ...list, number: list.number + 1, previousHash, offices };
};

/** Signs and stores the list that names the new installation; one that stands there already changes nothing. */
const enter = (context: CommandContext, request: EnrolmentRequest, allowSecond: boolean): void => {
  const { database, clock } = context;
  const list = getProvinceList(context);
  const known = knownAs(list, request);
  if (known === 'same-installation') return;
  if (known === 'second-installation' && !allowSecond)
    throw failure('installation-needs-confirmation', { office: request.office });
  const keyId = keyIdOf(request.minisignPublicKey);
  if (findKeyHolder(list, (key) => keyIdOf(key) === keyId)) throw failure('request-damaged');
  const previous = findTrustList(database);
  if (!previous) throw failure('not-enrolled');
  const now = clock.now().toISOString();
  const next = withInstallation(list, request, now, previous.hash);
  if (recipientsFor(next, request.office).length > recipientLimit)
    throw failure('installation-limit', { office: request.office });
  const signed = signTrustList(next, ownSigningKey(database));
  writeTrustList(database, { number: next.number, hash: sha256Hex(signed.content), ...signed, takenInAt: now });
};

const gather = (context: QueryContext, officeId: string, withState: boolean) => {
  const { database, identity, actor, clock } = context;
  const list = getProvinceList(context);
  const side = withState ? sideOf(database, officeId, identity.replica) : { context: {}, exceptions: [] };
  const state = withState ? wholeState(database, officeId) : Buffer.alloc(0);
  const draft: EnvelopeDraft = {
    kind: 'grant',
    office: officeId,
    installId: identity.installId,
    epoch: identity.epoch,
    seq: list.number,
    prevHash: null,
    earlier: [],
    newestReceipt: null,
    schema: schemaNumber,
    catalogue: catalogueVersion,
    trustList: list.number,
    approver: actor.name,
    counts: withState ? countPresent(listStates(database, officeId)) : {},
    context: side.context,
    exceptions: [...side.exceptions],
    stateHash: sha256Hex(state),
    createdAt: clock.now().toISOString(),
    trust: signedTrustOf(context),
  };
  const files = {
    'state.jsonl': state,
    'log.jsonl': withState ? logAfter(database, officeId, {}) : Buffer.alloc(0),
    ...(withState ? wholeLinks(database, officeId) : {}),
  };
  const { held } = withState ? officeBlobs(context, officeId) : { held: [] };
  return { draft, files, list, key: ownSigningKey(database), toSend: held };
};

type Input = Parameters<Handler<'enrol.grant'>>[1];

const grantBytes = async (task: TaskContext, bytes: Buffer, input: Input): ReturnType<Handler<'enrol.grant'>> => {
  const { fingerprint, out, withState, allowSecondInstallation } = input;
  const request = readRequest(bytes);
  task.read(getProvinceList);
  if (!isSameDigits(fingerprint, requestFingerprint(request))) throw failure('fingerprint-mismatch');
  task.write((context) => {
    enter(context, request, allowSecondInstallation);
  });
  const { draft, files, list, key, toSend } = task.read((context) => gather(context, request.office, withState));
  const recipients = recipientsFor(list, request.office);
  const grant = await writeContainer(draft, files, recipients, key);
  const { office, installId, epoch, seq, createdAt } = draft;
  const part = { with: 'grant', office, installId, epoch, seq, packageId: grant.packageId, createdAt } as const;
  writeChecked(out, grant.bytes);
  const parts = (await stageParts(task, { beside: out, draft: part, blobs: toSend, recipients, key })).place();
  return {
    file: out,
    officeId: request.office,
    installId: request.installId,
    trustNumber: list.number,
    provinceFingerprint: provinceFingerprintOf(list),
    parts: parts.map((one) => ({ ...one })),
  };
};

/**
 * Grants a request whose fingerprint a person has compared: the installation enters the trust list, the answer brings that list and, on
 * request, the office's accepted state. Fails with `fingerprint-mismatch`, `request-damaged`, `installation-needs-confirmation`,
 * `installation-limit`, `wrong-tier`.
 */
export const grantRequest: Handler<'enrol.grant'> = (task, input) =>
  withInbox(task, input.file, (bytes) => grantBytes(task, bytes, input));
