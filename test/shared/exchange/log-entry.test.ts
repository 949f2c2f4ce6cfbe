import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { areCommitmentsRight, buildLogEntry, hashOfLogEntry, type LogEntry } from '#shared/exchange/log-entry.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const salt = '0f'.repeat(16);

const build = () =>
  buildLogEntry(
    {
      replica: `${'a'.repeat(16)}.1-${'0'.repeat(16)}`,
      n: 1,
      officeId: '654',
      kind: 'person',
      id: '0190a000-0000-7000-8000-000000000001',
      fields: { fullName: { value: 'Trần Văn Bình', salt, replaces: [] } },
      author: { id: 'u1', name: 'Nguyễn Văn A' },
      reason: null,
      at: '2019-12-02T03:00:00.000Z',
      prev: null,
    },
    sha256,
  );

test('a change commits to each value with its salt', () => {
  const { entry } = build();
  const expected = createHash('sha256').update(`${salt}"Trần Văn Bình"`).digest('hex');
  expect(entry.fields.fullName?.commitment).toBe(expected);
  expect(areCommitmentsRight(entry, sha256)).toBe(true);
  expect(
    areCommitmentsRight({ ...entry, fields: { fullName: { ...entry.fields.fullName!, value: 'Trần Văn Bính' } } }, sha256),
  ).toBe(false);
});

test('a value can be erased and the chain still holds', () => {
  const { entry, hash } = build();
  const field = entry.fields.fullName!;
  const erased: LogEntry = { ...entry, fields: { fullName: { ...field, value: null, salt: null, erased: true } } };
  expect(hashOfLogEntry(erased, sha256)).toBe(hash);
  expect(areCommitmentsRight(erased, sha256)).toBe(true);
});

test('the chain covers everything else: author, reason, time, what was replaced, the link', () => {
  const { entry, hash } = build();
  const field = entry.fields.fullName!;
  const others: readonly LogEntry[] = [
    { ...entry, author: { id: 'u2', name: 'Nguyễn Văn A' } },
    { ...entry, reason: 'x' },
    { ...entry, at: '2019-12-02T03:00:01.000Z' },
    { ...entry, n: 2 },
    { ...entry, office: '651' },
    { ...entry, prev: { replica: entry.replica, n: 1, hash } },
    { ...entry, fields: { fullName: { ...field, commitment: '0'.repeat(64) } } },
    { ...entry, fields: { fullName: { ...field, replaces: [[entry.replica, 1]] } } },
  ];
  expect(new Set([hash, ...others.map((one) => hashOfLogEntry(one, sha256))]).size).toBe(others.length + 1);
});
