import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrations } from '#db/migrate.ts';
import { openStorage } from '#db/open.ts';
import { systemIds } from '#engine/rim.ts';
import { temporaryFolder } from '#test/support/office.ts';

test('entries written before stay in their order, and new actions can be written', () => {
  const storage = openStorage(join(temporaryFolder(), 'audit.db'), systemIds.random(32), { create: true });
  const write = (at: string, userId: string, action: string): void => {
    storage.write((database) => {
      database.prepare('INSERT INTO audit_entry (at, user_id, action) VALUES (?, ?, ?)').run(at, userId, action);
    });
  };
  migrate(storage, () => undefined, migrations.slice(0, 4));
  write('2019-12-03T01:00:00.000Z', 'b', 'identity-written');
  write('2019-12-02T01:00:00.000Z', 'a', 'identity-written');
  expect(() => {
    write('2019-12-04T01:00:00.000Z', 'a', 'personal-numbers-exported');
  }).toThrow();
  migrate(storage, () => undefined, migrations.slice(0, 5));
  write('2019-12-04T01:00:00.000Z', 'a', 'personal-numbers-exported');
  const entries = storage.read((database) =>
    database.prepare('SELECT at, user_id, action FROM audit_entry ORDER BY rowid').all(),
  );
  expect(entries).toEqual([
    { at: '2019-12-03T01:00:00.000Z', user_id: 'b', action: 'identity-written' },
    { at: '2019-12-02T01:00:00.000Z', user_id: 'a', action: 'identity-written' },
    { at: '2019-12-04T01:00:00.000Z', user_id: 'a', action: 'personal-numbers-exported' },
  ]);
  storage.close();
});
