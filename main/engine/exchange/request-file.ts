import { listKeyPairs } from '#db/queries/key-pair.ts';
import { writeSetting } from '#db/queries/setting.ts';
import { z } from 'zod';
import type { CommandContext, Handler } from '#engine/context.ts';
import {
  enrolmentRequestSchema,
  findOwnRequest,
  requestFingerprint,
  requestText,
  type EnrolmentRequest,
} from '#engine/enrolment-request.ts';
import { failure } from '#engine/failure.ts';
import { isMinisigValid, parseMinisig, signMinisig } from '#engine/minisign.ts';
import { ownSigningKey } from '#engine/trust.ts';
import { readCanonical } from '#engine/read-json.ts';
import { findUnitById } from '#shared/catalogue/units.ts';
import { canonicalJson } from '#shared/exchange/canonical.ts';
import { findTrustedOffice, type TrustList } from '#shared/exchange/trust-list.ts';
import { readBounded, writeChecked } from './files.ts';
import { getProvinceList } from './trust-in-force.ts';

/** `.hgreq`: canonical JSON of the request and a signature over it with the key that it names. */
const fileSchema = z.strictObject({ request: enrolmentRequestSchema, signature: z.string().max(2000) });
const fileLimit = 20_000;

const commentOf = ({ office, installId }: EnrolmentRequest): string => `hgreq 1 ${office} ${installId}`;

const requestOf = ({ database, identity, ids }: CommandContext): EnrolmentRequest => {
  if (identity.tier !== 'district') throw failure('wrong-tier');
  const known = findOwnRequest(database);
  const request: EnrolmentRequest = {
    format: 1,
    office: identity.officeId,
    officeName: identity.officeName,
    tier: 'district',
    unitId: identity.unitId,
    installId: identity.installId,
    minisignPublicKey: ownSigningKey(database).publicKey,
    ageRecipient: listKeyPairs(database, 'decrypt')[0]?.publicKey ?? '',
    nonce: known?.nonce ?? Buffer.from(ids.random(16)).toString('hex'),
  };
  writeSetting(database, 'enrolment-request', requestText(request));
  return request;
};

/** Writes the office's request; asked again it is the same one. Fails with `wrong-tier` at the province. */
export const makeRequest: Handler<'enrol.request'> = (task, { file }) => {
  const { request, signature } = task.write((context) => {
    const made = requestOf(context);
    const text = Buffer.from(requestText(made), 'utf8');
    return { request: made, signature: signMinisig(text, commentOf(made), ownSigningKey(context.database)) };
  });
  writeChecked(file, Buffer.from(canonicalJson({ request, signature }), 'utf8'));
  return Promise.resolve({
    file,
    fingerprint: requestFingerprint(request),
    officeId: request.office,
    installId: request.installId,
  });
};

const parse = (bytes: Buffer): z.infer<typeof fileSchema> | undefined => {
  const parsed = fileSchema.safeParse(readCanonical(bytes)?.value);
  return parsed.success ? parsed.data : undefined;
};

/** Reads a request; the key it names must have signed exactly these bytes. Fails with `request-damaged`. */
export const readRequest = (bytes: Buffer): EnrolmentRequest => {
  const parsed = bytes.length > fileLimit ? undefined : parse(bytes);
  const minisig = parsed && parseMinisig(parsed.signature);
  if (!parsed || !minisig || minisig.trustedComment !== commentOf(parsed.request)) throw failure('request-damaged');
  const { request } = parsed;
  if (!isMinisigValid(Buffer.from(requestText(request), 'utf8'), minisig, request.minisignPublicKey))
    throw failure('request-damaged');
  const unit = findUnitById(request.unitId);
  if (unit?.tier !== 'district' || unit.id !== request.office) throw failure('request-damaged');
  return request;
};

/** What the trust list has of the request's office. Fails with `request-damaged` where its keys stand there under another installation. */
export const knownAs = (
  list: TrustList,
  request: EnrolmentRequest,
): 'new-office' | 'second-installation' | 'same-installation' => {
  const { installId, minisignPublicKey, ageRecipient } = request;
  const alike = list.offices
    .flatMap(({ officeId, installations }) => installations.map((one) => ({ officeId, ...one })))
    .filter(
      (one) => one.installId === installId || one.minisignPublicKey === minisignPublicKey || one.ageRecipient === ageRecipient,
    );
  const isSame = alike.every(
    (one) =>
      one.officeId === request.office &&
      one.installId === installId &&
      one.minisignPublicKey === minisignPublicKey &&
      one.ageRecipient === ageRecipient,
  );
  if (!isSame) throw failure('request-damaged');
  if (alike.length > 0) return 'same-installation';
  return findTrustedOffice(list, request.office) ? 'second-installation' : 'new-office';
};

export const inspectRequest: Handler<'enrol.inspectRequest'> = (task, { file }) => {
  const request = readRequest(readBounded(file));
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
