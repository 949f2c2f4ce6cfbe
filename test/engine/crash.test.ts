import { spawn } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundledChild } from '#test/support/bundled-child.ts';
import { password, setUpOffice, temporaryFolder } from '#test/support/office.ts';

const base = temporaryFolder();
const writer = bundledChild('crash-writer');

type Run = { readonly acknowledged: readonly string[]; readonly errors: string };

/** Lets the writer work for a moment, then kills it without warning. What it said before is acknowledged. */
const runAndKill = (folder: string, acknowledgedFile: string, milliseconds: number): Promise<Run> =>
  new Promise((settle) => {
    const child = spawn(process.execPath, [writer, folder, acknowledgedFile, password]);
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('close', () => {
      // The last line may be cut off: only what ended with a line feed was said.
      const whole = output
        .slice(0, output.lastIndexOf('\n') + 1)
        .split('\n')
        .filter(Boolean);
      settle({ acknowledged: whole.slice(1), errors: output === '' ? errors : '' });
    });
  });

test(
  'kill -9 during writes, fifty times: no acknowledged record is lost and the database is sound',
  { timeout: 900_000 },
  async () => {
    const office = await setUpOffice(base, '654');
    office.engine.close();
    const acknowledgedFile = join(base, 'acknowledged.txt');
    writeFileSync(acknowledgedFile, '');
    let total = 0;
    for (let round = 0; round < 50; round += 1) {
      const { acknowledged, errors } = await runAndKill(office.folder, acknowledgedFile, 5 + ((round * 37) % 120));
      expect(errors).toBe('');
      appendFileSync(acknowledgedFile, acknowledged.map((id) => `${id}\n`).join(''));
      total += acknowledged.length;
    }
    const last = await runAndKill(office.folder, acknowledgedFile, 0);
    expect(last.errors).toBe('');
    expect(total).toBeGreaterThan(50);
  },
);
