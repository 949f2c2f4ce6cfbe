import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrations } from '#db/migrate.ts';
import { openStorage, type WritableDatabase } from '#db/open.ts';
import { listProjected } from '#db/queries/projection.ts';
import { writeRecord } from '#db/queries/record.ts';
import { systemIds } from '#engine/rim.ts';
import { temporaryFolder } from '#test/support/office.ts';

const replica = `${'a'.repeat(16)}.1-${'0'.repeat(16)}`;

const person = (id: string, values: Readonly<Record<string, string>>) => ({
  kind: 'person',
  id,
  fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [[replica, 1, value] as const]])),
});

/** Rows as the program before this step wrote them. */
const insertOldRow = (database: WritableDatabase, values: Readonly<Record<string, string>>): void => {
  const row = { office_id: '654', conflict_fields: '[]', record_title: '', sort_key: '', ...values };
  const columns = Object.keys(row);
  database
    .prepare(`INSERT INTO person (removed, ${columns.join(', ')}) VALUES (0, ${columns.map((name) => `@${name}`).join(', ')})`)
    .run(row);
};

test('people written before are found as those written after: by words, year, phone, and by the whole number only', () => {
  const storage = openStorage(join(temporaryFolder(), 'search.db'), systemIds.random(32), { create: true });
  migrate(storage, () => undefined, migrations.slice(0, 8));
  storage.write((database) => {
    insertOldRow(database, {
      id: 'before',
      full_name: "H'Hen Niê Kdăm",
      birth_date: '1992-05-15',
      citizen_id: '066192000123',
      phone: '0905123456',
      search: 'hhen nie kdam | 066192000123 | 0905123456',
      exact: 'hhen niê kdăm | 066192000123 | 0905123456',
    });
  });
  migrate(storage, () => undefined, migrations.slice(0, 9));
  storage.write((database) => {
    const values = { fullName: "H'Hen Niê Kdăm", birthDate: '1992-05-15', citizenId: '066192000123', phone: '0905123456' };
    writeRecord(database, '654', person('after', values));
  });
  const find = (text: string): readonly string[] =>
    storage
      .read((database) =>
        listProjected(database, { kind: 'person', find: text, where: {}, includeRemoved: false, limit: 9, offset: 0 }),
      )
      .rows.map((row) => row.id)
      .sort();
  for (const text of ['hen', "H'Hen", 'kdam hen', 'NIÊ 1992', '0905 123 456', '0905123', '066192000123', '66192000123'])
    expect([text, find(text)]).toEqual([text, ['after', 'before']]);
  for (const text of ['06619200012', '066192', 'en', 'niê 1993', '"', '/']) expect([text, find(text)]).toEqual([text, []]);
  storage.close();
});
