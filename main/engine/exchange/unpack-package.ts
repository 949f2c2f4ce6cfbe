import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Handler } from '#engine/context.ts';
import { readArchive, entryNames } from './archive.ts';
import { readBounded, writeChecked } from './files.ts';
import { checkRecipient, openPayload, openSeal } from './open-container.ts';
import { getTrustList, identitiesOf, ownRecipientsOf } from './trust-in-force.ts';

/**
 * Writes what is inside a package to a folder: envelope and signature as they are, the payload decrypted and unpacked. Only a file whose
 * seal holds is opened; the failures are those of a merge.
 */
export const unpackPackage: Handler<'package.unpack'> = async (task, { file, folder }) => {
  const bytes = readBounded(file);
  const seal = task.read((context) => {
    const opened = openSeal(bytes, getTrustList(context));
    checkRecipient(opened.envelope, ownRecipientsOf(context));
    return opened;
  });
  const entries = readArchive(bytes);
  const files: Readonly<Record<string, Uint8Array>> = {
    ...(entries && { [entryNames[0]]: entries.envelope, [entryNames[1]]: entries.signature }),
    ...(await openPayload(seal, task.read(identitiesOf))),
  };
  mkdirSync(folder, { recursive: true });
  const names = Object.keys(files).sort();
  for (const name of names) writeChecked(join(folder, name), files[name] ?? new Uint8Array());
  return { files: names };
};
