import { randomBytes } from 'node:crypto';
import { entryNames, readArchive, writeArchive, type Entries } from '#engine/exchange/archive.ts';
import { makeSigningKey, signMinisig } from '#engine/minisign.ts';
import type { Chance } from './chance.ts';
import { makePackage, type Content, type Sender, type Twist } from './hand-made-sender.ts';

/** What an attacker has: a package on its way, another genuine one, an enrolled installation of his own, and strangers' keys. */
export type Loot = {
  readonly genuine: readonly Buffer[];
  readonly sender: Sender;
  readonly content: Content;
};

export type Mutant = { readonly name: string; readonly bytes: Buffer };

const changeBytes: Readonly<Record<string, (bytes: Buffer, chance: Chance) => Buffer>> = {
  'flip bits': (bytes, chance) => {
    const changed = Buffer.from(bytes);
    for (let count = chance.below(4); count >= 0; count -= 1) {
      const at = chance.below(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8));
    }
    return changed.equals(bytes) ? bytes.subarray(1) : changed;
  },
  'cut off': (bytes, chance) => bytes.subarray(0, chance.below(bytes.length)),
  'cut out': (bytes, chance) => {
    const at = chance.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + chance.below(64))]);
  },
  'put in': (bytes, chance) => {
    const at = chance.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), randomBytes(1 + chance.below(64)), bytes.subarray(at)]);
  },
  'say twice': (bytes) => Buffer.concat([bytes, bytes]),
  'write over': (bytes, chance) => {
    const changed = Buffer.from(bytes);
    const at = chance.below(changed.length);
    const noise = randomBytes(16);
    noise.copy(changed, at);
    return changed.equals(bytes) ? bytes.subarray(1) : changed;
  },
};

const entryKeys = ['envelope', 'signature', 'payload'] as const;

const swapEntries = (a: Buffer, b: Buffer, chance: Chance): Buffer => {
  const [one, two] = [readArchive(a), readArchive(b)] as [Entries, Entries];
  const key = chance.pick(entryKeys);
  return writeArchive({ ...one, [key]: two[key] });
};

const changeEntry = (bytes: Buffer, chance: Chance): Buffer => {
  const entries = readArchive(bytes) as Entries;
  const key = chance.pick(entryKeys);
  const change = changeBytes[chance.pick(Object.keys(changeBytes))];
  return writeArchive({ ...entries, [key]: change?.(Buffer.from(entries[key]), chance) ?? entries[key] });
};

/** Headers and comments of the ZIP, where other programs would not look. */
const changeHeader = (bytes: Buffer, chance: Chance): Buffer => {
  const changed = Buffer.from(bytes);
  const name = chance.pick(entryNames);
  const at = chance.pick([changed.indexOf(name), changed.lastIndexOf(name)]) - 1 - chance.below(26);
  changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8));
  return chance.below(3) === 0 ? Buffer.concat([changed, Buffer.from('comment')]) : changed;
};

const strangers = makeSigningKey((size) => new Uint8Array(randomBytes(size)));

const signAgain = (bytes: Buffer, key: Sender['signing'], comment?: string): Buffer => {
  const entries = readArchive(bytes) as Entries;
  const said = (Buffer.from(entries.signature).toString('utf8').split('\n')[2] ?? '').replace('trusted comment: ', '');
  return writeArchive({ ...entries, signature: Buffer.from(signMinisig(entries.envelope, comment ?? said, key)) });
};

/** Values of every JSON type, each wrong where another type belongs. */
const nasty: readonly unknown[] = [
  true,
  -1,
  1.5,
  2 ** 60,
  '',
  '__proto__',
  'constructor',
  '\u0000',
  'x'.repeat(5000),
  [],
  [[[]]],
  {},
  { a: { b: 1 } },
];

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

const wrongFor = (value: unknown, chance: Chance): unknown => {
  for (;;) {
    const found = chance.pick(nasty);
    if (typeOf(found) !== typeOf(value)) return found;
  }
};

type Tree = { [key: string]: unknown };

/** Puts a value of a wrong type at a place of a JSON value, anywhere in it. */
const spoil = (value: unknown, chance: Chance): unknown => {
  if (typeof value !== 'object' || value === null || chance.below(4) === 0) return wrongFor(value, chance);
  const keys = Object.keys(value);
  if (keys.length === 0) return wrongFor(value, chance);
  const key = chance.pick(keys);
  if (Array.isArray(value)) return value.map((one: unknown, index) => (String(index) === key ? spoil(one, chance) : one));
  return { ...(value as Tree), [key]: spoil((value as Tree)[key], chance) };
};

/** Fields whose wrong type must be refused: all but those that may be of any form in a newer program. */
const envelopeFields = [
  'minReader',
  'kind',
  'office',
  'installId',
  'epoch',
  'seq',
  'earlier',
  'newestReceipt',
  'recipients',
  'schema',
  'catalogue',
  'trustList',
  'approver',
  'counts',
  'context',
  'exceptions',
  'stateHash',
  'payloadHash',
  'createdAt',
  'prevHash',
] as const;

const spoilEnvelope = (chance: Chance): Twist => {
  const field = chance.pick(envelopeFields);
  return {
    text: (canonical) => {
      const envelope = JSON.parse(canonical) as Tree;
      return JSON.stringify({ ...envelope, [field]: spoilNullable(envelope[field], chance) });
    },
  };
};

/** `null` has no wrong type but one that is neither absent nor what belongs there. */
const spoilNullable = (value: unknown, chance: Chance): unknown =>
  value === null ? chance.pick([true, 7, 'x', [], {}, [[[]]]]) : spoil(value, chance);

const spoilText: Readonly<Record<string, (text: string) => string>> = {
  'a space': (text) => text.replace(':', ': '),
  'a key twice': (text) => text.replace('{', '{"kind":"team",'),
  'half a character': (text) => text.replace('team', '\\ud800'),
  'a huge number': (text) => text.replace(/\d+/, '1e400'),
  'a prototype': (text) => text.replace('{', '{"__proto__":{"a":1},'),
  'deep nesting': (text) => text.replace('{', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)},`),
  'another line end': (text) => text.replace('\n', '\r\n'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'no line end': (text) => text.trimEnd(),
  'an empty line': (text) => `\n${text}`,
  'the first line gone': (text) => text.slice(text.indexOf('\n') + 1),
  'a line twice': (text) => text.slice(0, text.indexOf('\n') + 1) + text,
};

const spoilLine = (text: string, chance: Chance): string => {
  const lines = text.split('\n').slice(0, -1);
  const at = chance.below(lines.length);
  const changed = lines.map((line, index) => (index === at ? JSON.stringify(spoil(JSON.parse(line), chance)) : line));
  return `${changed.join('\n')}\n`;
};

const tricks: Readonly<Record<string, (loot: Loot, chance: Chance) => Promise<Buffer>>> = {
  'bytes of the file': (loot, chance) => {
    const change = changeBytes[chance.pick(Object.keys(changeBytes))];
    const [genuine] = loot.genuine as readonly [Buffer];
    return Promise.resolve(change?.(chance.pick(loot.genuine), chance) ?? genuine);
  },
  'headers of the ZIP': (loot, chance) => Promise.resolve(changeHeader(chance.pick(loot.genuine), chance)),
  'one part': (loot, chance) => Promise.resolve(changeEntry(chance.pick(loot.genuine), chance)),
  'parts of two packages': (loot, chance) => {
    const [a, b] = loot.genuine as readonly [Buffer, Buffer];
    return Promise.resolve(chance.below(2) === 0 ? swapEntries(a, b, chance) : swapEntries(b, a, chance));
  },
  'a stolen package signed by another': (loot, chance) =>
    Promise.resolve(
      signAgain(
        chance.pick(loot.genuine),
        chance.pick([loot.sender.signing, strangers, { ...strangers, keyId: loot.sender.signing.keyId }]),
      ),
    ),
  'an envelope signed for with wrong types': async (loot, chance) =>
    (await makePackage(loot.sender, loot.content, [], spoilEnvelope(chance))).bytes,
  'a state or log signed for with wrong types': (loot, chance) => spoiled(loot, chance, spoilLine),
  'a state or log signed for with wrong text': (loot, chance) =>
    spoiled(loot, chance, (text) => spoilText[chance.pick(Object.keys(spoilText))]?.(text) ?? ''),
  'a manifest signed for that is wrong': async (loot, chance) =>
    (await makePackage(loot.sender, loot.content, [], { manifest: (text) => spoilManifest(text, chance) })).bytes,
};

const spoilManifest = (text: string, chance: Chance): string =>
  chance.below(2) === 0
    ? JSON.stringify(spoil(JSON.parse(text), chance))
    : (spoilText[chance.pick(['a space', 'a key twice', 'a huge number', 'a prototype', 'deep nesting'])]?.(text) ?? '');

const spoiled = async (loot: Loot, chance: Chance, change: (text: string, chance: Chance) => string): Promise<Buffer> => {
  const path = chance.pick(['state.jsonl', 'log.jsonl']);
  const changed = new Set<string>();
  const { bytes } = await makePackage(loot.sender, loot.content, [], {
    change: (name, text) => {
      if (name !== path) return text;
      const now = change(text, chance);
      if (now !== text) changed.add(name);
      return now;
    },
  });
  return changed.size > 0 ? bytes : spoiled(loot, chance, change);
};

/** Makes one hostile file; none of them may ever be accepted. */
export const mutate = async (loot: Loot, chance: Chance): Promise<Mutant> => {
  const name = chance.pick(Object.keys(tricks));
  const make = tricks[name] as (typeof tricks)[string];
  return { name, bytes: await make(loot, chance) };
};
