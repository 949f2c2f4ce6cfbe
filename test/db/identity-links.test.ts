import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrations } from '#db/migrate.ts';
import { openStorage, type WritableDatabase } from '#db/open.ts';
import { listIdentityLinks } from '#db/queries/identity.ts';
import { systemIds } from '#engine/rim.ts';
import { temporaryFolder } from '#test/support/office.ts';

const insert = (database: WritableDatabase, table: string, values: Readonly<Record<string, string>>): void => {
  const row = { office_id: '654', conflict_fields: '[]', record_title: '', search: '', exact: '', sort_key: '', ...values };
  const columns = Object.keys(row);
  database
    .prepare(`INSERT INTO ${table} (removed, ${columns.join(', ')}) VALUES (0, ${columns.map((name) => `@${name}`).join(', ')})`)
    .run(row);
};

test('people written before stay, and decisions on them can be written', () => {
  const storage = openStorage(join(temporaryFolder(), 'links.db'), systemIds.random(32), { create: true });
  migrate(storage, () => undefined, migrations.slice(0, 6));
  const link = { id: 'l', first_id: 'p', second_id: 'q', decision: 'same' };
  storage.write((database) => {
    insert(database, 'person', { id: 'p', full_name: 'Lê Văn Khôi' });
  });
  expect(() => {
    storage.write((database) => {
      insert(database, 'identity_link', link);
    });
  }).toThrow();
  migrate(storage, () => undefined, migrations.slice(0, 7));
  storage.write((database) => {
    insert(database, 'identity_link', link);
  });
  expect(storage.read(listIdentityLinks)).toEqual([
    { id: 'l', officeId: '654', firstId: 'p', secondId: 'q', decision: 'same', note: null },
  ]);
  expect(storage.read((database) => database.prepare('SELECT full_name FROM person').all())).toEqual([
    { full_name: 'Lê Văn Khôi' },
  ]);
  storage.close();
});
