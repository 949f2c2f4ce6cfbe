import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrations } from '#db/migrate.ts';
import { openStorage } from '#db/open.ts';
import { listAuditEntries, writeAuditEntry } from '#db/queries/audit.ts';
import { systemIds } from '#engine/rim.ts';
import { temporaryFolder } from '#test/support/office.ts';

test('entries written before stay in their order, and new actions can be written', () => {
  const storage = openStorage(join(temporaryFolder(), 'audit.db'), systemIds.random(32), { create: true });
  const before = [
    { at: '2019-12-03T01:00:00.000Z', userId: 'b', action: 'identity-written' },
    { at: '2019-12-02T01:00:00.000Z', userId: 'a', action: 'identity-written' },
  ] as const;
  migrate(storage, () => undefined, migrations.slice(0, 4));
  storage.write((database) => {
    for (const entry of before) writeAuditEntry(database, entry);
  });
  const after = { at: '2019-12-04T01:00:00.000Z', userId: 'a', action: 'personal-numbers-exported' } as const;
  expect(() => {
    storage.write((database) => {
      writeAuditEntry(database, after);
    });
  }).toThrow();
  migrate(storage, () => undefined, migrations.slice(0, 5));
  storage.write((database) => {
    writeAuditEntry(database, after);
  });
  expect(storage.read(listAuditEntries)).toEqual([...before, after]);
  storage.close();
});
