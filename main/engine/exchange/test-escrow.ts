import { readFileSync } from 'node:fs';
import type { Handler } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { sha256Hex } from '#engine/hash.ts';
import { readBounded } from './files.ts';
import { openPayload, parseEnvelope, readForm } from './open-container.ts';

/** The age identity in a file as written at set-up; comments stand in lines of their own. */
const readIdentity = (file: string): string => {
  const identity = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.startsWith('AGE-SECRET-KEY-'));
  if (identity === undefined) throw failure('escrow-key-unreadable');
  return identity;
};

/**
 * Opens a package with the escrow secret from the safe, to prove that it still serves. Needs no workspace; nothing is kept. Says nothing of
 * who signed the file: that is `package.verify`. Fails with `escrow-key-unreadable`, `package-decrypt` and the failures of a damaged file.
 */
export const testEscrow: Handler<'escrow.test'> = async (_, { secretFile, file }) => {
  const identity = readIdentity(secretFile);
  const { envelope: raw, payload, minisig } = readForm(readBounded(file));
  const envelope = parseEnvelope(raw, minisig.trustedComment);
  const files = await openPayload({ envelope, payload }, [identity]);
  return {
    kind: envelope.kind,
    office: envelope.office,
    seq: envelope.seq,
    packageId: sha256Hex(raw),
    files: Object.keys(files).sort(),
  };
};
