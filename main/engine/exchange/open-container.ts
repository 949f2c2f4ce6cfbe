import { decryptWith, hasOnlyX25519, recipientIdOf } from '#engine/age.ts';
import { failure } from '#engine/failure.ts';
import { sha256Hex } from '#engine/hash.ts';
import { isMinisigValid, keyIdOf, parseMinisig, type Minisig } from '#engine/minisign.ts';
import { readSignedTrustList } from '#engine/trust.ts';
import { readCanonical, readText } from '#engine/read-json.ts';
import { envelopeSchema, formatVersion, trustedCommentOf, type Envelope } from '#shared/exchange/envelope.ts';
import { findKeyHolder, findTrustedOffice, type TrustedInstallation, type TrustList } from '#shared/exchange/trust-list.ts';
import { manifestSchema } from '#shared/exchange/wire.ts';
import { containerLimit, readArchive, type Entries } from './archive.ts';
import { readTarball, type PayloadFiles } from './tarball.ts';

/** A container whose signature holds and whose sender is known. */
export type SealedContainer = {
  readonly bytes: Buffer;
  readonly envelope: Envelope;
  readonly packageId: string;
  readonly payload: Uint8Array;
  readonly sender: { readonly officeId: string; readonly installation: TrustedInstallation };
};

/** Sizes and container form. Fails with `package-too-large` or `package-form`. */
export const readForm = (bytes: Buffer): Entries & { readonly minisig: Minisig } => {
  if (bytes.length > containerLimit) throw failure('package-too-large');
  const entries = readArchive(bytes);
  const text = entries && readText(entries.signature);
  const minisig = text === undefined ? undefined : parseMinisig(text);
  if (!entries || !minisig) throw failure('package-form');
  return { ...entries, minisig };
};

/** The envelope, once its signature holds. Fails with `package-too-new` or `package-envelope`. */
export const parseEnvelope = (bytes: Uint8Array, trustedComment: string): Envelope => {
  const read = readCanonical(bytes);
  if (!read) throw failure('package-envelope');
  const json = read.value;
  const minReader = typeof json === 'object' && json !== null && 'minReader' in json ? json.minReader : undefined;
  if (typeof minReader === 'number' && minReader > formatVersion) throw failure('package-too-new', { version: minReader });
  if (typeof json === 'object' && json !== null && 'kind' in json && json.kind === 'part') throw failure('package-wrong-kind');
  const parsed = envelopeSchema.safeParse(json);
  if (!parsed.success || trustedCommentOf(parsed.data) !== trustedComment) throw failure('package-envelope');
  return parsed.data;
};

const expectedSender = (list: TrustList, envelope: Envelope): string =>
  envelope.kind === 'package' ? envelope.office : list.provinceOfficeId;

/**
 * The checks up to the sender, in this order, each with a failure of its own: form, key known, signature over raw bytes, envelope, key
 * belongs to office and installation. Nothing is parsed before the signature holds.
 */
export const openSeal = (bytes: Buffer, list: TrustList): SealedContainer => {
  const { envelope: raw, payload, minisig } = readForm(bytes);
  const holder = findKeyHolder(list, (key) => keyIdOf(key) === minisig.keyId);
  if (!holder) throw failure('package-unknown-key');
  if (!isMinisigValid(raw, minisig, holder.installation.minisignPublicKey)) throw failure('package-signature');
  const envelope = parseEnvelope(raw, minisig.trustedComment);
  if (holder.office.officeId !== expectedSender(list, envelope) || holder.installation.installId !== envelope.installId)
    throw failure('package-key-office', { office: envelope.office });
  const sender = { officeId: holder.office.officeId, installation: holder.installation };
  return { bytes, envelope, packageId: sha256Hex(raw), payload, sender };
};

/** Every replica that an envelope names must be of an installation of the office. Fails with `package-office-untrusted`. */
export const checkReplicas = (envelope: Envelope, list: TrustList): void => {
  const known = new Set(findTrustedOffice(list, envelope.office)?.installations.map((one) => one.installId) ?? []);
  const replicas = [envelope.context, envelope.base ?? {}, ...envelope.exceptions.map((one) => one.context)].flatMap((one) =>
    Object.keys(one),
  );
  if (replicas.some((replica) => !known.has(replica.split('.')[0] ?? '')))
    throw failure('package-office-untrusted', { office: envelope.office });
};

/** Fails with `package-revoked-key` for everything of a key after its revocation. */
export const checkRevocation = ({ sender, packageId, envelope }: SealedContainer): void => {
  const { revoked } = sender.installation;
  if (revoked !== null && revoked.packageId !== packageId) throw failure('package-revoked-key', { office: envelope.office });
};

const checkManifest = (files: PayloadFiles, envelope: Envelope): void => {
  const text = files['manifest.json'];
  if (!text) throw failure('package-manifest');
  const parsed = manifestSchema.safeParse(readCanonical(text)?.value);
  if (!parsed.success) throw failure('package-manifest');
  const manifest = parsed.data;
  const same = (['kind', 'office', 'installId', 'epoch', 'seq'] as const).every((name) => manifest[name] === envelope[name]);
  const listed = new Set(manifest.files.map((file) => file.path));
  const complete = Object.keys(files).every((path) => path === 'manifest.json' || listed.has(path));
  const right = manifest.files.every((file) => {
    const bytes = files[file.path];
    return bytes !== undefined && bytes.length === file.size && sha256Hex(bytes) === file.sha256;
  });
  if (!same || !complete || !right || listed.size !== manifest.files.length) throw failure('package-manifest');
};

/** Fails with `package-not-for-us` when no recipient of the envelope is one of ours. */
export const checkRecipient = (envelope: Pick<Envelope, 'recipients'>, recipients: readonly string[]): void => {
  const ours = new Set(recipients.map(recipientIdOf));
  if (!envelope.recipients.some((id) => ours.has(id))) throw failure('package-not-for-us');
};

/** Fails with `package-ciphertext`. */
export const checkCiphertext = ({
  envelope,
  payload,
}: {
  readonly envelope: Pick<Envelope, 'payloadHash'>;
  readonly payload: Uint8Array;
}): void => {
  if (sha256Hex(payload) !== envelope.payloadHash) throw failure('package-ciphertext');
};

/** Ciphertext hash, decryption and manifest, in this order. Fails with `package-ciphertext`, `package-decrypt`, `package-manifest`. */
export const openPayload = async (
  container: Pick<SealedContainer, 'envelope' | 'payload'>,
  identities: readonly string[],
): Promise<PayloadFiles> => {
  const { envelope, payload } = container;
  checkCiphertext({ envelope, payload });
  if (!hasOnlyX25519(payload)) throw failure('package-decrypt');
  const plain = await decryptWith(identities, payload);
  if (!plain) throw failure('package-decrypt');
  const files = readTarball(plain);
  if (!files) throw failure('package-manifest');
  checkManifest(files, envelope);
  return files;
};

/** The trust list that a grant or receipt brings. `keys` as for `readSignedTrustList`. Fails with `package-signature`. */
export const readBroughtTrustList = (envelope: Envelope, keys?: readonly string[]): TrustList => {
  if (envelope.trust === undefined) throw failure('package-envelope');
  const list = readSignedTrustList(envelope.trust, keys);
  if (!list) throw failure('package-signature');
  return list;
};
