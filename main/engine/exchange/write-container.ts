import { encryptFor, recipientIdOf } from '#engine/age.ts';
import { sha256Hex } from '#engine/hash.ts';
import { signMinisig, type SigningKey } from '#engine/minisign.ts';
import { canonicalJson, type Json } from '#shared/exchange/canonical.ts';
import { containerReader, formatVersion, trustedCommentOf, type Envelope } from '#shared/exchange/envelope.ts';
import { writeArchive } from './archive.ts';
import { writeTarball, type PayloadFiles } from './tarball.ts';

/** Everything of an envelope that does not follow from the payload. */
export type EnvelopeDraft = Omit<Envelope, 'format' | 'minReader' | 'recipients' | 'payloadHash'>;

export type Container = { readonly bytes: Buffer; readonly packageId: string; readonly envelope: Envelope };

const withManifest = (draft: EnvelopeDraft, files: PayloadFiles): PayloadFiles => {
  const manifest = {
    format: 1,
    kind: draft.kind,
    office: draft.office,
    installId: draft.installId,
    epoch: draft.epoch,
    seq: draft.seq,
    files: Object.keys(files)
      .sort()
      .map((path) => ({ path, size: (files[path] as Uint8Array).length, sha256: sha256Hex(files[path] as Uint8Array) })),
  };
  return { ...files, 'manifest.json': Buffer.from(canonicalJson(manifest), 'utf8') };
};

/** Encrypts the payload, seals it with a signed envelope and packs the three into one file. */
export const writeContainer = async (
  draft: EnvelopeDraft,
  files: PayloadFiles,
  recipients: readonly string[],
  key: Pick<SigningKey, 'seed' | 'keyId'>,
): Promise<Container> => {
  const payload = await encryptFor(recipients, writeTarball(withManifest(draft, files)));
  const envelope = {
    ...draft,
    format: formatVersion,
    minReader: containerReader,
    recipients: recipients.map(recipientIdOf),
    payloadHash: sha256Hex(payload),
  };
  const text = Buffer.from(canonicalJson(envelope as unknown as Json), 'utf8');
  const signature = Buffer.from(signMinisig(text, trustedCommentOf(envelope), key), 'utf8');
  return { bytes: writeArchive({ envelope: text, signature, payload }), packageId: sha256Hex(text), envelope };
};
