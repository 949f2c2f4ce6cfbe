import { decryptWith, encryptFor, hasOnlyX25519, recipientIdOf } from '#engine/age.ts';
import { failure } from '#engine/failure.ts';
import { sha256Hex } from '#engine/hash.ts';
import { isMinisigValid, keyIdOf, parseMinisig, signMinisig, type SigningKey } from '#engine/minisign.ts';
import { readCanonical, readText } from '#engine/read-json.ts';
import { attachmentLimit } from '#shared/domain/attachment.ts';
import { canonicalJson, type Json } from '#shared/exchange/canonical.ts';
import { formatVersion } from '#shared/exchange/envelope.ts';
import {
  isPartComment,
  partCommentOf,
  partEnvelopeSchema,
  partFileLimit,
  partIdentity,
  partManifestSchema,
  partReader,
  type PartEnvelope,
} from '#shared/exchange/part.ts';
import { findKeyHolder, type TrustedInstallation, type TrustList } from '#shared/exchange/trust-list.ts';
import { readArchive, writeArchive } from './archive.ts';
import { checkCiphertext, readForm } from './open-container.ts';
import { readTarball, writeTarball, type PayloadFiles } from './tarball.ts';

/** Everything of a part's envelope that does not follow from its contents. */
export type PartDraft = Pick<PartEnvelope, (typeof partIdentity)[number] | 'partCount' | 'createdAt'>;

const manifestOf = (draft: PartDraft, contents: readonly Uint8Array[]): Json => ({
  format: partReader,
  kind: 'part',
  ...Object.fromEntries(partIdentity.map((name) => [name, draft[name]])),
  files: contents
    .map((bytes) => sha256Hex(bytes))
    .map((sha256, index) => ({ path: sha256, size: (contents[index] as Uint8Array).length, sha256 }))
    .sort((a, b) => (a.path < b.path ? -1 : 1)),
});

/** Scans and photographs hardly get smaller: the fastest compression does. */
const scanLevel = 1;

/** Packs contents as a part: like a package, a ZIP of signed envelope, signature and encrypted payload. */
export const writePart = async (
  draft: PartDraft,
  contents: readonly Uint8Array[],
  recipients: readonly string[],
  key: Pick<SigningKey, 'seed' | 'keyId'>,
): Promise<Buffer> => {
  const files: PayloadFiles = {
    ...Object.fromEntries(contents.map((bytes) => [sha256Hex(bytes), bytes])),
    'manifest.json': Buffer.from(canonicalJson(manifestOf(draft, contents)), 'utf8'),
  };
  const payload = await encryptFor(recipients, writeTarball(files, scanLevel));
  const envelope: PartEnvelope = {
    ...draft,
    format: formatVersion,
    minReader: partReader,
    kind: 'part',
    recipients: recipients.map(recipientIdOf),
    payloadHash: sha256Hex(payload),
  };
  const text = Buffer.from(canonicalJson(envelope as unknown as Json), 'utf8');
  const signature = Buffer.from(signMinisig(text, partCommentOf(envelope), key), 'utf8');
  return writeArchive({ envelope: text, signature, payload });
};

/** Whether a file calls itself a part; nothing of it is believed yet. */
export const isPartFile = (bytes: Buffer): boolean => {
  const entries = readArchive(bytes);
  const text = entries && readText(entries.signature);
  const minisig = text === undefined ? undefined : parseMinisig(text);
  return minisig !== undefined && isPartComment(minisig.trustedComment);
};

/** A part whose signature holds and whose sender is known. */
export type SealedPart = {
  readonly envelope: PartEnvelope;
  readonly payload: Uint8Array;
  readonly sender: { readonly officeId: string; readonly installation: TrustedInstallation };
};

/** A part's envelope, once its signature holds. Fails with `package-too-new` or `package-envelope`. */
export const parsePartEnvelope = (bytes: Uint8Array, trustedComment: string): PartEnvelope => {
  const json = readCanonical(bytes)?.value;
  const minReader = typeof json === 'object' && json !== null && 'minReader' in json ? json.minReader : undefined;
  if (typeof minReader === 'number' && minReader > formatVersion) throw failure('package-too-new', { version: minReader });
  const parsed = partEnvelopeSchema.safeParse(json);
  if (!parsed.success || partCommentOf(parsed.data) !== trustedComment) throw failure('package-envelope');
  return parsed.data;
};

/**
 * The checks up to the sender, as for a package: size and form, key known, signature over raw bytes, envelope, key belongs to office and
 * installation (what travels with a receipt or a grant is the province's). A revoked key brings nothing but what belongs to its last
 * accepted package.
 */
export const openPartSeal = (bytes: Buffer, list: TrustList): SealedPart => {
  if (bytes.length > partFileLimit) throw failure('package-too-large');
  const { envelope: raw, payload, minisig } = readForm(bytes);
  const holder = findKeyHolder(list, (key) => keyIdOf(key) === minisig.keyId);
  if (!holder) throw failure('package-unknown-key');
  const { office, installation } = holder;
  if (!isMinisigValid(raw, minisig, installation.minisignPublicKey)) throw failure('package-signature');
  const envelope = parsePartEnvelope(raw, minisig.trustedComment);
  const expected = envelope.with === 'package' ? envelope.office : list.provinceOfficeId;
  if (office.officeId !== expected || installation.installId !== envelope.installId)
    throw failure('package-key-office', { office: envelope.office });
  if (installation.revoked !== null && installation.revoked.packageId !== envelope.packageId)
    throw failure('package-revoked-key', { office: envelope.office });
  return { envelope, payload, sender: { officeId: office.officeId, installation } };
};

/** Manifest, sizes and hashes: each content is there once, is as large as listed and has the hash that names it. */
const contentsOf = (files: PayloadFiles, envelope: PartEnvelope): readonly Uint8Array[] => {
  const parsed = partManifestSchema.safeParse(readCanonical(files['manifest.json'] ?? new Uint8Array())?.value);
  if (!parsed.success) throw failure('package-manifest');
  const manifest = parsed.data;
  const names = new Set(manifest.files.map(({ path }) => path));
  const isSame = partIdentity.every((name) => manifest[name] === envelope[name]);
  const isComplete = Object.keys(files).length === names.size + 1 && names.size === manifest.files.length;
  if (!isSame || !isComplete) throw failure('package-manifest');
  return manifest.files.map(({ path, size, sha256 }) => {
    const bytes = files[path];
    if (bytes?.length !== size || size > attachmentLimit || path !== sha256 || sha256Hex(bytes) !== sha256)
      throw failure('package-manifest');
    return bytes;
  });
};

const partNames = /^([0-9a-f]{64}|manifest\.json)$/;
/** Unpacked, a part is hardly larger than packed: what claims more is a bomb. */
const unpackedLimit = partFileLimit + 2 ** 21;

/** Ciphertext hash, decryption, manifest and contents, in this order. Fails with `package-ciphertext`, `package-decrypt`, `package-manifest`. */
export const openPartContents = async (
  { envelope, payload }: Pick<SealedPart, 'envelope' | 'payload'>,
  identities: readonly string[],
): Promise<readonly Uint8Array[]> => {
  checkCiphertext({ envelope, payload });
  if (!hasOnlyX25519(payload)) throw failure('package-decrypt');
  const plain = await decryptWith(identities, payload);
  if (!plain) throw failure('package-decrypt');
  const files = readTarball(plain, { names: partNames, limit: unpackedLimit });
  if (!files) throw failure('package-manifest');
  return contentsOf(files, envelope);
};
