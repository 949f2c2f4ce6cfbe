import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { useFullScrypt } from '#test/support/cheap-scrypt.ts';
import { fixedClock, newEngine, officeOn, temporaryFolder, type Office } from '#test/support/office.ts';
import { wireOutline } from '#test/support/wire-outline.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });
useFullScrypt();

const folder = new URL('../../fixtures/version-1/', import.meta.url).pathname;
const fixture = (name: string): string => join(folder, name);
const base = temporaryFolder();

type Sent = {
  readonly packageId: string;
  readonly code: string;
  readonly stateHash: string;
  readonly counts: Record<string, number>;
};
type Facts = {
  readonly password: string;
  readonly requestFingerprint: string;
  readonly provinceFingerprint: string;
  readonly first: Sent;
  readonly second: Sent;
  readonly receipt: { readonly packageId: string; readonly code: string; readonly number: number };
  readonly mediators: readonly string[];
};
const facts = JSON.parse(readFileSync(fixture('facts.json'), 'utf8')) as Facts;

const restored = async (name: string): Promise<Office> => {
  const clock = fixedClock();
  const office = officeOn(newEngine(clock), join(base, name), clock);
  await office.ask('workspace.restore', { backup: fixture(`${name}.hgbackup`), folder: office.folder });
  await office.ask('workspace.unlock', { folder: office.folder, password: facts.password });
  return office;
};

describe('files that the first program of format 1 wrote', () => {
  test('are genuine, open, and merge into the books that were recorded then', async () => {
    const province = await restored('province');
    for (const [name, sent] of [
      ['first.hgpkg', facts.first],
      ['second.hgpkg', facts.second],
    ] as const) {
      const { packageId, code, stateHash, counts } = sent;
      expect(await province.ask('package.verify', { file: fixture(name), code })).toMatchObject({
        genuine: true,
        packageId,
        stateHash,
        counts,
      });
      const [applied] = await province.ask('merge.apply', { files: [fixture(name)] });
      expect(applied).toMatchObject({ status: 'applied', packageId, stateHash, stateHashMatches: true, setAside: [] });
    }
    expect((await province.ask('state.hash', { officeId: '654' })).hash).toBe(facts.second.stateHash);
    expect((await province.ask('mediator.list', {})).rows.map((row) => row.fullName)).toEqual(facts.mediators);
    const request = await province.ask('enrol.inspectRequest', { file: fixture('request.hgreq') });
    expect(request).toMatchObject({ officeId: '654', known: 'same-installation', fingerprint: facts.requestFingerprint });
  });

  test('an office is enrolled by its grant and confirmed by its receipt', async () => {
    const district = await restored('district');
    expect(await district.ask('enrol.inspectGrant', { file: fixture('grant.hgcert') })).toMatchObject({
      provinceFingerprint: facts.provinceFingerprint,
    });
    const accepted = { file: fixture('grant.hgcert'), fingerprint: facts.provinceFingerprint };
    expect(await district.ask('enrol.accept', accepted)).toMatchObject({ provinceOfficeId: '66' });
    const { code, packageId, number } = facts.receipt;
    expect(await district.ask('package.verify', { file: fixture('answer.hgack'), code })).toMatchObject({
      genuine: true,
      packageId,
    });
    expect(await district.ask('receipt.receive', { file: fixture('answer.hgack') })).toMatchObject({
      status: 'applied',
      number,
      confirmedSeq: 1,
      confirmedPackageId: facts.first.packageId,
      complete: true,
    });
    expect((await district.ask('state.hash', {})).hash).toBe(facts.first.stateHash);
  });
});

test('no field of format 1 is ever changed or removed, and none that must be there is added', () => {
  const frozen = readFileSync(fixture('wire.txt'), 'utf8').trimEnd().split('\n');
  const now = wireOutline();
  expect(frozen.filter((line) => !now.includes(line))).toEqual([]);
  const added = now.filter((line) => !frozen.includes(line));
  expect(added.filter((line) => !line.startsWith('record ') && !/\?[^?]*$/.test(line))).toEqual([]);
});
