import { readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { writeKeyPair } from '#db/queries/key-pair.ts';
import { writeTrustList } from '#db/queries/trust-list.ts';
import type { TrustList } from '#shared/exchange/trust-list.ts';
import { decryptWith, encryptFor, makeAgeKey, recipientIdOf, type AgeKey } from './age.ts';
import type { CommandContext } from './context.ts';
import { failure } from './failure.ts';
import { sha256Hex } from './hash.ts';
import { makeSigningKey, type SigningKey } from './minisign.ts';
import type { Ids } from './rim.ts';
import { signTrustList } from './trust.ts';

/** Keys that a new installation starts with. */
export type InstallationKeys = { readonly signing: SigningKey; readonly age: AgeKey };

export const makeInstallationKeys = async (ids: Ids): Promise<InstallationKeys> => ({
  signing: makeSigningKey(ids.random),
  age: await makeAgeKey(),
});

const isInside = (file: string, folder: string): boolean => {
  const path = relative(resolve(folder), resolve(file));
  return path === '' || (!path.startsWith(`..${sep}`) && path !== '..' && !path.includes(':'));
};

/**
 * Makes the escrow key, writes its secret once to a file outside the workspace, reads it back and decrypts a sample with it. Returns the
 * recipient only: the secret goes to the safe. Fails with `escrow-file-missing` or `escrow-test-failed`.
 */
export const writeEscrow = async (file: string | undefined, workspaceFolder: string): Promise<string> => {
  if (file === undefined || isInside(file, workspaceFolder)) throw failure('escrow-file-missing');
  const key = await makeAgeKey();
  writeFileSync(
    file,
    `# Khóa dự phòng của Sổ Hòa Giải. Cất vào két; không để trên máy.\n# public key: ${key.recipient}\n${key.identity}\n`,
    {
      mode: 0o600,
      flag: 'wx',
    },
  );
  const sample = Buffer.from('hg-escrow-test');
  const identity = readFileSync(file, 'utf8')
    .split('\n')
    .find((line) => line.startsWith('AGE-SECRET-KEY-'));
  const opened = identity === undefined ? undefined : await decryptWith([identity], await encryptFor([key.recipient], sample));
  if (opened === undefined || !sample.equals(opened)) throw failure('escrow-test-failed');
  return key.recipient;
};

/** Stores an installation's keys. */
export const storeInstallationKeys = ({ database, clock }: CommandContext, { signing, age }: InstallationKeys): void => {
  const createdAt = clock.now().toISOString();
  writeKeyPair(database, {
    keyId: signing.keyId,
    purpose: 'sign',
    publicKey: signing.publicKey,
    secret: Buffer.from(signing.seed).toString('hex'),
    createdAt,
  });
  writeKeyPair(database, {
    keyId: recipientIdOf(age.recipient),
    purpose: 'decrypt',
    publicKey: age.recipient,
    secret: age.identity,
    createdAt,
  });
};

/** Writes the province's first trust list, which names the province itself. */
export const storeFirstTrustList = (
  { database, identity, clock }: CommandContext,
  { signing, age }: InstallationKeys,
  escrowRecipient: string,
): void => {
  const now = clock.now().toISOString();
  writeKeyPair(database, {
    keyId: recipientIdOf(escrowRecipient),
    purpose: 'escrow',
    publicKey: escrowRecipient,
    secret: null,
    createdAt: now,
  });
  const list: TrustList = {
    format: 1,
    number: 1,
    previousHash: null,
    provinceOfficeId: identity.officeId,
    signingKeys: [signing.publicKey],
    escrowRecipient,
    offices: [
      {
        officeId: identity.officeId,
        name: identity.officeName,
        tier: 'province',
        unitId: identity.unitId,
        installations: [
          {
            installId: identity.installId,
            minisignPublicKey: signing.publicKey,
            ageRecipient: age.recipient,
            grantedAt: now,
            revoked: null,
          },
        ],
      },
    ],
  };
  const signed = signTrustList(list, signing);
  writeTrustList(database, { number: 1, hash: sha256Hex(signed.content), ...signed, takenInAt: now });
};
