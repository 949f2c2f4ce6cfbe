import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrations } from '#db/migrate.ts';
import { openStorage } from '#db/open.ts';
import { listIdentityLinks } from '#db/queries/identity.ts';
import { writeRecord } from '#db/queries/record.ts';
import { systemIds } from '#engine/rim.ts';
import { temporaryFolder } from '#test/support/office.ts';

const replica = `${'a'.repeat(16)}.1-${'0'.repeat(16)}`;

test('records written before stay, and decisions on people can be written', () => {
  const storage = openStorage(join(temporaryFolder(), 'links.db'), systemIds.random(32), { create: true });
  migrate(storage, () => undefined, migrations.slice(0, 6));
  const person = { kind: 'person', id: 'p', fields: { fullName: [[replica, 1, 'Lê Văn Khôi']] } } as const;
  const link = {
    kind: 'identity-link',
    id: 'l',
    fields: { firstId: [[replica, 2, 'p']], secondId: [[replica, 2, 'q']], decision: [[replica, 2, 'same']] },
  } as const;
  storage.write((database) => {
    writeRecord(database, '654', person);
  });
  expect(() => {
    storage.write((database) => {
      writeRecord(database, '654', link);
    });
  }).toThrow();
  migrate(storage, () => undefined, migrations.slice(0, 7));
  storage.write((database) => {
    writeRecord(database, '654', link);
  });
  expect(storage.read(listIdentityLinks)).toEqual([
    { id: 'l', officeId: '654', firstId: 'p', secondId: 'q', decision: 'same', note: null },
  ]);
  expect(storage.read((database) => database.prepare('SELECT full_name FROM person').all())).toEqual([
    { full_name: 'Lê Văn Khôi' },
  ]);
  storage.close();
});
