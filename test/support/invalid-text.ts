import { decryptWith, encryptFor } from '#engine/age.ts';
import { readArchive } from '#engine/exchange/archive.ts';
import { readTarball, writeTarball } from '#engine/exchange/tarball.ts';
import { sha256Hex } from '#engine/hash.ts';
import { canonicalJson } from '#shared/exchange/canonical.ts';
import { makePackage } from './hand-made-sender.ts';
import type { Loot } from './hostile-mutation.ts';

/** A package of a wicked sender: one byte of a file is no UTF-8, everything else fits it. */
export const invalidPackage = async ({ sender, content }: Loot, path: string): Promise<Buffer> => {
  const { bytes } = await makePackage(sender, content);
  const plain = await decryptWith([sender.age.identity], readArchive(bytes)?.payload ?? new Uint8Array());
  const files = { ...readTarball(plain ?? new Uint8Array()) };
  const changed = Buffer.from(files[path] ?? []);
  // ổ is three bytes; the first of them alone is none.
  changed[changed.indexOf('ổ') + 1] = 0x20;
  files[path] = changed;
  const names = Object.keys(files).filter((name) => name !== 'manifest.json');
  const manifest = {
    format: 1,
    kind: 'package',
    office: sender.office,
    installId: sender.installId,
    epoch: sender.epoch,
    seq: 1,
    files: names.sort().map((name) => ({ path: name, size: files[name]?.length ?? 0, sha256: sha256Hex(files[name] ?? '') })),
  };
  files['manifest.json'] = Buffer.from(canonicalJson(manifest));
  const payload = await encryptFor(sender.recipients, writeTarball(files));
  const stateHash = sha256Hex(files['state.jsonl'] ?? '');
  return (await makePackage(sender, content, [], { payload, envelope: { stateHash } })).bytes;
};
