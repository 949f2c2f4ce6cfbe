// Opens one bomb after the other in a process of its own and says how much memory that took at most.
import { gzipSync } from 'node:zlib';
import { writeArchive } from '#engine/exchange/archive.ts';
import { parseEnvelope, readForm } from '#engine/exchange/open-container.ts';
import { readOfficeContent } from '#engine/exchange/payload.ts';
import { payloadLimit, readTarball, writeTarball } from '#engine/exchange/tarball.ts';
import { failureOf } from '#engine/failure.ts';
import type { Envelope } from '#shared/exchange/envelope.ts';

const mebibyte = 2 ** 20;
const envelope = {
  kind: 'package',
  office: '651',
  context: {},
  exceptions: [],
  counts: {},
  stateHash: '',
} as unknown as Envelope;

const zeros = gzipSync(Buffer.alloc(16 * mebibyte));
const read = (state: Buffer): unknown => readOfficeContent({ 'state.jsonl': state, 'log.jsonl': Buffer.alloc(0) }, envelope);
const repeated = (text: string, size: number): Buffer => Buffer.alloc(size, text);
const emptyRecord = '{"fields":{},"id":"0190a000-0000-7000-8000-000000000001","kind":"a"}\n';

const bombs: Readonly<Record<string, () => unknown>> = {
  'a gzip of 1 GB of zeros': () => readTarball(Buffer.concat(Array.from({ length: 64 }, () => zeros))) ?? 'package-manifest',
  'a gzip that just fits and is no tar': () =>
    readTarball(gzipSync(Buffer.alloc(payloadLimit, 'x'), { level: 1 })) ?? 'package-manifest',
  'a gzip in a gzip': () => readTarball(gzipSync(writeTarball({ 'state.jsonl': Buffer.alloc(0) }))) ?? 'package-manifest',
  'a tar that claims 8 GB': () => {
    const header = Buffer.alloc(1024);
    header.write('state.jsonl');
    header.write('77777777777\0', 124);
    return readTarball(gzipSync(header)) ?? 'package-manifest';
  },
  'a state of nothing but line ends': () => read(repeated('\n', 64 * mebibyte)),
  'a state of empty records': () => read(repeated(emptyRecord, 64 * mebibyte)),
  'a state of one endless line': () => read(Buffer.concat([repeated('[', 64 * mebibyte), Buffer.from('\n')])),
  'an envelope of brackets': () => parseEnvelope(repeated('[', 8 * mebibyte), ''),
  'an envelope of empty lists': () => parseEnvelope(Buffer.from(`[${'[],'.repeat(2.6 * mebibyte)}[]]`), ''),
  'an envelope that is too large': () =>
    readForm(writeArchive({ envelope: Buffer.alloc(9 * mebibyte), signature: Buffer.alloc(0), payload: Buffer.alloc(0) })),
  'a container of zeros': () => readForm(Buffer.alloc(64 * mebibyte)),
  'a container with a payload of zeros': () =>
    readForm(writeArchive({ envelope: Buffer.from('{}'), signature: Buffer.alloc(4000), payload: Buffer.alloc(63 * mebibyte) })),
};

const answerOf = (work: () => unknown): string => {
  try {
    const value = work();
    return typeof value === 'string' ? value : 'accepted';
  } catch (error) {
    return failureOf(error).code;
  }
};

for (const [name, work] of Object.entries(bombs)) {
  const code = answerOf(work);
  process.stdout.write(`${JSON.stringify({ name, code, peak: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`);
}
