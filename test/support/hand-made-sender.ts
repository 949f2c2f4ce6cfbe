import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encryptFor, makeAgeKey, recipientIdOf, type AgeKey } from '#engine/age.ts';
import { writeArchive } from '#engine/exchange/archive.ts';
import { writeTarball } from '#engine/exchange/tarball.ts';
import { sha256, sha256Hex } from '#engine/hash.ts';
import { makeSigningKey, signMinisig, type SigningKey } from '#engine/minisign.ts';
import { canonicalJson, type Json } from '#shared/exchange/canonical.ts';
import { digitsOf } from '#shared/exchange/digits.ts';
import { stateLine } from '#shared/exchange/heads.ts';
import { buildLogEntry, type LogEntry, type LogLink } from '#shared/exchange/log-entry.ts';
import type { Head, HeadValue, RecordState } from '#shared/exchange/state.ts';
import type { Office } from './office.ts';

/** An installation whose keys a test holds, so that it can send what the program never would. */
export type Sender = {
  readonly office: string;
  readonly installId: string;
  readonly epoch: string;
  readonly replica: string;
  readonly signing: SigningKey;
  readonly age: AgeKey;
  readonly recipients: readonly string[];
};

/** Makes an installation that nobody knows yet. */
export const makeSender = async (office: string): Promise<Sender> => {
  const age = await makeAgeKey();
  const installId = randomBytes(8).toString('hex');
  const epoch = `1-${randomBytes(8).toString('hex')}`;
  const signing = makeSigningKey((size) => new Uint8Array(randomBytes(size)));
  return { office, installId, epoch, replica: `${installId}.${epoch}`, signing, age, recipients: [age.recipient] };
};

/** Makes an installation by hand and has the province enrol it. */
export const enrolByHand = async (province: Office, base: string, office: string): Promise<Sender> => {
  const sender = await makeSender(office);
  const { signing, age, installId } = sender;
  const request = {
    format: 1,
    office,
    officeName: `Phòng Tư pháp ${office}`,
    tier: 'district',
    unitId: office,
    installId,
    minisignPublicKey: signing.publicKey,
    ageRecipient: age.recipient,
    nonce: randomBytes(16).toString('hex'),
  };
  const text = canonicalJson(request);
  const file = join(base, `${installId}.hgreq`);
  writeFileSync(
    file,
    canonicalJson({ request, signature: signMinisig(Buffer.from(text), `hgreq 1 ${office} ${installId}`, signing) }),
  );
  const fingerprint = digitsOf(sha256(Buffer.from(`hg-enrol-1${text}`)));
  await province.ask('enrol.grant', { file, fingerprint, out: `${file}.hgcert`, allowSecondInstallation: true });
  const { ageRecipient } = await province.ask('keys.get', {});
  return { ...sender, recipients: [ageRecipient, age.recipient] };
};

export type Change = { readonly kind: string; readonly id: string; readonly field: string; readonly value: HeadValue };
export type Content = {
  readonly records: readonly RecordState[];
  readonly log: readonly LogEntry[];
  readonly hashes: readonly string[];
};

/** State and log after changes of one field each, made one after the other. */
export const contentOf = (sender: Sender, changes: readonly Change[]): Content => {
  const log: LogEntry[] = [];
  const hashes: string[] = [];
  const records = new Map<string, RecordState>();
  let prev: LogLink | null = null;
  for (const [index, { kind, id, field, value }] of changes.entries()) {
    const n = index + 1;
    const before = records.get(`${kind} ${id}`) ?? { kind, id, fields: {} };
    const { entry, hash }: { readonly entry: LogEntry; readonly hash: string } = buildLogEntry(
      {
        replica: sender.replica,
        n,
        officeId: sender.office,
        kind,
        id,
        fields: {
          [field]: {
            value,
            salt: randomBytes(16).toString('hex'),
            replaces: (before.fields[field] ?? []).map(([replica, m]) => [replica, m] as const),
          },
        },
        author: { id: 'u1', name: 'Người Thử' },
        reason: null,
        at: '2019-12-02T03:00:00.000Z',
        prev,
      },
      sha256,
    );
    const head: Head = [sender.replica, n, value];
    records.set(`${kind} ${id}`, { ...before, fields: { ...before.fields, [field]: [head] } });
    log.push(entry);
    hashes.push(hash);
    prev = { replica: sender.replica, n, hash };
  }
  return { records: [...records.keys()].sort().map((key) => records.get(key) as RecordState), log, hashes };
};

type Envelope = Record<string, unknown>;

/** Everything that can be made other than it should be. */
export type Twist = {
  readonly envelope?: Envelope;
  /** Envelope text put in place of the canonical one. */
  readonly text?: (canonical: string) => string;
  readonly comment?: string;
  readonly signing?: SigningKey;
  readonly files?: Readonly<Record<string, string | undefined>>;
  /** Changes a file of the payload before anything is counted and hashed over it. */
  readonly change?: (path: string, text: string) => string;
  readonly manifest?: (manifest: string) => string;
  readonly encryptFor?: readonly string[];
  readonly payload?: Uint8Array;
};

export type Earlier = { readonly seq: number; readonly packageId: string; readonly n: number; readonly logHash: string };

/** Makes a package of the content, true in all but what is twisted. */
export const makePackage = async (
  sender: Sender,
  content: Content,
  earlier: readonly Earlier[] = [],
  twist: Twist = {},
): Promise<{ readonly bytes: Buffer; readonly packageId: string; readonly asEarlier: Earlier }> => {
  const change = twist.change ?? ((_, text) => text);
  const state = change('state.jsonl', content.records.map((one) => `${stateLine(one)}\n`).join(''));
  const log = change('log.jsonl', content.log.map((one) => `${canonicalJson(one as unknown as Json)}\n`).join(''));
  const n = content.log.length;
  const logHash = content.hashes.at(-1) ?? '0'.repeat(64);
  const seq = earlier.length + 1;
  const counts: Record<string, number> = {};
  for (const { kind } of content.records) counts[kind] = (counts[kind] ?? 0) + 1;
  const own = { kind: 'package', office: sender.office, installId: sender.installId, epoch: sender.epoch, seq };
  const files: Record<string, Buffer> = {};
  const bodies: Readonly<Record<string, string | undefined>> = { 'state.jsonl': state, 'log.jsonl': log, ...twist.files };
  for (const [path, body] of Object.entries(bodies)) if (body !== undefined) files[path] = Buffer.from(body, 'utf8');
  const manifest = canonicalJson({
    format: 1,
    ...own,
    files: Object.keys(files)
      .sort()
      .map((path) => ({ path, size: (files[path] as Buffer).length, sha256: sha256Hex(files[path] as Buffer) })),
  });
  files['manifest.json'] = Buffer.from(twist.manifest?.(manifest) ?? manifest, 'utf8');
  const payload = twist.payload ?? (await encryptFor(twist.encryptFor ?? sender.recipients, writeTarball(files)));
  const envelope = {
    ...own,
    format: 1,
    minReader: 1,
    prevHash: earlier.at(-1)?.packageId ?? null,
    earlier: [...earlier],
    newestReceipt: null,
    recipients: sender.recipients.map(recipientIdOf),
    schema: 1,
    catalogue: 'dak-lak-2025-07',
    trustList: 2,
    approver: 'Người Thử',
    counts,
    context: n === 0 ? {} : { [sender.replica]: { n, logHash } },
    exceptions: [],
    stateHash: sha256Hex(state),
    payloadHash: sha256Hex(payload),
    createdAt: '2019-12-02T03:00:00.000Z',
    ...twist.envelope,
  };
  const canonical = canonicalJson(envelope);
  const text = Buffer.from(twist.text?.(canonical) ?? canonical, 'utf8');
  const comment =
    twist.comment ?? `hgpkg 1 ${envelope.kind} ${envelope.office} ${envelope.installId} ${envelope.epoch} ${envelope.seq}`;
  const signature = Buffer.from(signMinisig(text, comment, twist.signing ?? sender.signing), 'utf8');
  const packageId = sha256Hex(text);
  return { bytes: writeArchive({ envelope: text, signature, payload }), packageId, asEarlier: { seq, packageId, n, logHash } };
};
