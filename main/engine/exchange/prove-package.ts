import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findTrustList } from '#db/queries/trust-list.ts';
import type { Handler, QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { sha256Hex } from '#engine/hash.ts';
import { digitsOf, paperCodeOf } from '#shared/exchange/digits.ts';
import { proofWords } from '#shared/text/proof-words.vi.ts';
import { entryNames, readArchive } from './archive.ts';
import { readBounded, writeChecked } from './files.ts';
import { checkRecipient, checkReplicas, openPayload, openSeal, type SealedContainer } from './open-container.ts';
import { readOfficeContent } from './payload.ts';
import { getTrustList, identitiesOf, ownRecipientsOf } from './trust-in-force.ts';

type Files = Readonly<Record<string, Uint8Array>>;

const textFile = (text: string): Buffer => Buffer.from(text, 'utf8');

/** The form in which minisign reads a public key. */
const publicKeyFile = (key: string, holder: string): Buffer => textFile(`untrusted comment: ${holder}\n${key}\n`);

const trustFiles = ({ database }: QueryContext): Files => {
  const stored = findTrustList(database);
  if (!stored) throw failure('not-enrolled');
  return { 'trust.json': textFile(stored.content), 'trust.json.minisig': textFile(stored.signature) };
};

const guideOf = ({ envelope, packageId }: SealedContainer): string =>
  proofWords.guide({
    kind: envelope.kind,
    office: envelope.office,
    seq: envelope.seq,
    packageId,
    digits: digitsOf(Buffer.from(packageId, 'hex')),
    paperCode: paperCodeOf(envelope.office, envelope.seq, packageId),
    payloadHash: envelope.payloadHash,
    stateHash: envelope.kind === 'package' ? envelope.stateHash : null,
  });

const sumsOf = (files: Files): Buffer =>
  textFile(
    Object.keys(files)
      .sort()
      .map((name) => `${sha256Hex(files[name] as Uint8Array)}  ${name}\n`)
      .join(''),
  );

/**
 * Writes what a third person needs to check a package without this program: its three parts, the keys, the trust list that names them,
 * the content, and how to check each with minisign and sha256sum. Only a genuine file is proved; the failures are those of a merge, and
 * those of writing files.
 */
export const provePackage: Handler<'package.prove'> = async (task, { file, folder }) => {
  const bytes = readBounded(file);
  const { seal, trust, provinceKeys } = task.read((context) => {
    const list = getTrustList(context);
    const opened = openSeal(bytes, list);
    checkReplicas(opened.envelope, list);
    checkRecipient(opened.envelope, ownRecipientsOf(context));
    return { seal: opened, trust: trustFiles(context), provinceKeys: list.signingKeys };
  });
  const payload = await openPayload(seal, task.read(identitiesOf));
  readOfficeContent(payload, seal.envelope);
  const entries = readArchive(bytes);
  if (!entries) throw failure('package-form');
  const keys = Object.fromEntries(
    provinceKeys.map((key, index) => [`province${index === 0 ? '' : `-${index + 1}`}.pub`, publicKeyFile(key, 'province')]),
  );
  const evidence: Files = {
    [entryNames[0]]: entries.envelope,
    [entryNames[1]]: entries.signature,
    [entryNames[2]]: entries.payload,
    'signer.pub': publicKeyFile(seal.sender.installation.minisignPublicKey, `${seal.sender.officeId} ${seal.envelope.installId}`),
    ...keys,
    ...trust,
    ...payload,
    [proofWords.guideFile]: textFile(guideOf(seal)),
  };
  const files: Files = { ...evidence, SHA256SUMS: sumsOf(evidence) };
  mkdirSync(folder, { recursive: true });
  const names = Object.keys(files).sort();
  for (const name of names) writeChecked(join(folder, name), files[name] as Uint8Array);
  return { files: names, packageId: seal.packageId, office: seal.envelope.office, seq: seal.envelope.seq };
};
