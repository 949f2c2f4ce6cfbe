import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createOpenedFiles } from '#shell/opened-files.ts';
import { temporaryFolder } from '#test/support/office.ts';

test('copies lie where only this user can enter, under names that say nothing, and go when asked and at the next start', () => {
  const folder = join(temporaryFolder(), 'opened');
  const opened = createOpenedFiles(folder);
  const place = opened.newPlace('pdf') ?? '';
  expect(place).toMatch(/[\\/][0-9a-f]{16}[\\/]tep-dinh-kem\.pdf$/);
  expect(statSync(dirname(place)).mode & 0o077).toBe(0);
  expect(opened.newPlace('pdf')).not.toBe(place);
  expect(opened.newPlace('exe')).toBeNull();
  writeFileSync(place, 'x');
  expect(opened.isPlace(place)).toBe(true);
  for (const other of [join(folder, 'x.pdf'), '/etc/passwd', join(folder, '..', 'x', 'y.pdf'), `${folder}/a/../../x/y.pdf`])
    expect([other, opened.isPlace(other)]).toEqual([other, false]);
  opened.clear();
  expect(existsSync(place)).toBe(false);
  mkdirSync(join(folder, 'left'), { recursive: true });
  writeFileSync(join(folder, 'left', 'tep-dinh-kem.pdf'), 'x');
  createOpenedFiles(folder);
  expect(readdirSync(folder)).toEqual([]);
});
