import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { communeOf, enrol, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';
import { accepts, run, testWith } from '#test/support/outside-tool.ts';

const base = temporaryFolder();
const folder = join(base, 'proof');
let province: Office;
let district: Office;
let file = '';
let packageId = '';

beforeAll(async () => {
  province = await setUpOffice(base, '66');
  district = await setUpOffice(base, '654');
  await enrol(province, district);
  await enterTeam(district, communeOf['654'] ?? '', threeMembers);
  ({ file, packageId } = await district.ask('package.export', { folder: base }));
}, 60_000);

testWith(
  ['minisign', 'sha256sum'],
  'a proof is checked by minisign and sha256sum alone, at the province and at the office',
  async () => {
    for (const [index, office] of [province, district].entries()) {
      const out = `${folder}-${index}`;
      const proved = await office.ask('package.prove', { file, folder: out });
      const at = (name: string): string => join(out, name);
      expect([proved.packageId, proved.files, readdirSync(out).sort()]).toEqual([
        packageId,
        [...proved.files],
        [...proved.files],
      ]);
      run('sh', ['-c', `cd '${out}' && sha256sum --quiet -c SHA256SUMS`]);
      run('minisign', ['-V', '-p', at('signer.pub'), '-m', at('envelope.json')]);
      run('minisign', ['-V', '-p', at('province.pub'), '-m', at('trust.json')]);
      const envelope = JSON.parse(readFileSync(at('envelope.json'), 'utf8')) as Record<string, string>;
      const sums = readFileSync(at('SHA256SUMS'), 'utf8');
      expect(sums).toContain(`${packageId}  envelope.json`);
      expect(sums).toContain(`${envelope.payloadHash ?? ''}  payload.age`);
      expect(sums).toContain(`${envelope.stateHash ?? ''}  state.jsonl`);
      const key = readFileSync(at('signer.pub'), 'utf8').trim().split('\n').at(-1) ?? '';
      expect(readFileSync(at('trust.json'), 'utf8')).toContain(key);
      writeFileSync(at('envelope.json'), readFileSync(at('envelope.json'), 'utf8').replace('"office":"654"', '"office":"651"'));
      expect(accepts('minisign', ['-V', '-p', at('signer.pub'), '-m', at('envelope.json')])).toBe(false);
    }
  },
);

test('a file that is not genuine, or not for us, proves nothing and leaves no folder', async () => {
  const bytes = readFileSync(file);
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
  const damaged = join(base, 'damaged.hgpkg');
  writeFileSync(damaged, bytes);
  const out = join(base, 'nothing');
  expect(await province.fail('package.prove', { file: damaged, folder: out })).toMatchObject({
    code: expect.stringMatching(/^package-/),
  });
  const stranger = await setUpOffice(base, '66');
  expect(await stranger.fail('package.prove', { file, folder: out })).toMatchObject({ code: 'package-unknown-key' });
  expect(readdirSync(base)).not.toContain('nothing');
});
