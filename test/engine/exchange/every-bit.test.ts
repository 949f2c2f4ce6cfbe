import { randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { decryptWith } from '#engine/age.ts';
import { readArchive, writeArchive, type Entries } from '#engine/exchange/archive.ts';
import { openSeal } from '#engine/exchange/open-container.ts';
import { readOfficeContent } from '#engine/exchange/payload.ts';
import { readTarball, writeTarball, type PayloadFiles } from '#engine/exchange/tarball.ts';
import { failureOf } from '#engine/failure.ts';
import { sha256Hex } from '#engine/hash.ts';
import type { Envelope } from '#shared/exchange/envelope.ts';
import { contentOf, makePackage, makeSender, type Sender } from '#test/support/hand-made-sender.ts';
import { listOf, openByHand } from '#test/support/open-by-hand.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

let sender: Sender;
let bytes: Buffer;
let entries: Entries;
let files: PayloadFiles;
let envelope: Envelope;

const id = randomUUID();
const changes = [
  { kind: 'team', id, field: 'name', value: 'Tổ hòa giải thôn 1' },
  { kind: 'team', id, field: 'communeId', value: '24373' },
];

beforeAll(async () => {
  sender = await makeSender('651');
  bytes = (await makePackage(sender, contentOf(sender, changes))).bytes;
  entries = readArchive(bytes) as Entries;
  envelope = openSeal(bytes, listOf(sender)).envelope;
  files = readTarball((await decryptWith([sender.age.identity], entries.payload)) as Uint8Array) as PayloadFiles;
});

const flipped = (original: Uint8Array, bit: number): Buffer => {
  const changed = Buffer.from(original);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
};

const bitsOf = (original: Uint8Array): readonly number[] => Array.from({ length: original.length * 8 }, (_, bit) => bit);

/** How often each answer was given. */
const count = async (answers: Iterable<Promise<string> | string>): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const code = await answer;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
};

const open = (file: Buffer): Promise<string> => openByHand(file, listOf(sender), [sender.age.identity]);
const openWith = (other: Partial<Entries>): Promise<string> => open(writeArchive({ ...entries, ...other }));

const contentAnswer = (changed: PayloadFiles, of: Envelope = envelope): string => {
  try {
    readOfficeContent(changed, of);
    return 'accepted';
  } catch (error) {
    return failureOf(error).code;
  }
};

describe('of a small package nothing can be changed', () => {
  test('as it is it is accepted', async () => {
    expect(await open(bytes)).toBe('accepted');
  });

  test('every bit of the file', async () => {
    expect(await count(bitsOf(bytes).map((bit) => open(flipped(bytes, bit))))).toEqual({ 'package-form': bytes.length * 8 });
  });

  test('every truncation, at either end', async () => {
    const cuts = Array.from({ length: bytes.length }, (_, size) => size);
    expect(await count(cuts.map((size) => open(bytes.subarray(0, size))))).toEqual({ 'package-form': bytes.length });
    expect(await count(cuts.map((size) => open(bytes.subarray(size + 1))))).toEqual({ 'package-form': bytes.length });
  });

  test('every bit of the envelope, in a file of the right form', async () => {
    const bits = bitsOf(entries.envelope);
    expect(await count(bits.map((bit) => openWith({ envelope: flipped(entries.envelope, bit) })))).toEqual({
      'package-signature': bits.length,
    });
  });

  test('every bit of the signature', async () => {
    const bits = bitsOf(entries.signature);
    const counts = await count(bits.map((bit) => openWith({ signature: flipped(entries.signature, bit) })));
    expect(Object.keys(counts).sort()).toEqual(['package-form', 'package-signature', 'package-unknown-key']);
  });

  test('every bit and every truncation of the ciphertext', async () => {
    const bits = bitsOf(entries.payload);
    expect(await count(bits.map((bit) => openWith({ payload: flipped(entries.payload, bit) })))).toEqual({
      'package-ciphertext': bits.length,
    });
    const cuts = Array.from({ length: entries.payload.length }, (_, size) => size);
    expect(await count(cuts.map((size) => openWith({ payload: entries.payload.subarray(0, size) })))).toEqual({
      'package-ciphertext': cuts.length,
    });
  });

  test('a ciphertext that its own office has signed for after it was damaged', async () => {
    const bits = bitsOf(entries.payload).filter((bit) => bit % 97 === 0);
    const counts: Record<string, number> = {};
    for (const bit of bits) {
      const damaged = await makePackage(sender, contentOf(sender, changes), [], { payload: flipped(entries.payload, bit) });
      const code = await open(damaged.bytes);
      counts[code] = (counts[code] ?? 0) + 1;
    }
    expect(counts).toEqual({ 'package-decrypt': bits.length });
  });

  test('every bit of the packed payload: it is refused, or unpacks to the same', () => {
    const packed = writeTarball(files);
    expect(gunzipSync(packed).length % 512).toBe(0);
    for (const bit of bitsOf(packed)) {
      const read = readTarball(flipped(packed, bit));
      if (read !== undefined) expect(read).toEqual(files);
    }
  });

  test('every bit of the unpacked payload', () => {
    const tar = gunzipSync(writeTarball(files));
    for (const bit of bitsOf(tar)) {
      const read = readTarball(gzipSync(flipped(tar, bit), { level: 1 }));
      if (read === undefined) continue;
      const same = Object.keys(files).every((path) => Buffer.from(files[path] ?? []).equals(Buffer.from(read[path] ?? [])));
      expect([bit, same]).toEqual([bit, false]);
    }
  });

  test('every bit of state and log, whatever hash the envelope names', async () => {
    for (const path of ['state.jsonl', 'log.jsonl'] as const) {
      const original = files[path] as Uint8Array;
      const bits = bitsOf(original);
      const counts = await count(
        bits.map((bit) => {
          const changed = { ...files, [path]: flipped(original, bit) };
          return contentAnswer(changed, { ...envelope, stateHash: sha256Hex(changed['state.jsonl'] as Uint8Array) });
        }),
      );
      expect(counts).toEqual({ 'package-schema': bits.length });
    }
  });

  test('a record or a field that the log tells of and the state lacks', () => {
    const empty = { ...files, 'state.jsonl': Buffer.alloc(0) };
    expect(contentAnswer(empty, { ...envelope, counts: {}, stateHash: sha256Hex('') })).toBe('package-schema');
  });
});
