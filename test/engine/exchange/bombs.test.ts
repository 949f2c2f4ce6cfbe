import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const child = new URL('../../support/bomb-child.ts', import.meta.url).pathname;
const mostMegabytes = 1024;

type Line = { readonly name: string; readonly code: string; readonly peak: number };

test('files that claim to be huge are refused before they are, in bounded memory', { timeout: 900_000 }, () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [child], { encoding: 'utf8', maxBuffer: 2 ** 20 });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  expect(lines.length).toBe(12);
  for (const { name, code, peak } of lines) {
    expect([name, code]).toEqual([name, expect.stringMatching(/^package-(form|envelope|manifest|schema)$/)]);
    expect([name, peak <= mostMegabytes ? 'bounded' : peak]).toEqual([name, 'bounded']);
  }
});
