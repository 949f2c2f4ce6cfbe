import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrations } from '#db/migrate.ts';
import { openStorage } from '#db/open.ts';
import { findSetting, writeSetting } from '#db/queries/setting.ts';
import { listImportedChanges, listSpreadsheetImports, writeImport, writeImportedChange } from '#db/queries/spreadsheet-import.ts';
import { systemIds } from '#engine/rim.ts';
import { temporaryFolder } from '#test/support/office.ts';

test('a workspace from before keeps what it has and can note imports and their changes', () => {
  const storage = openStorage(join(temporaryFolder(), 'imports.db'), systemIds.random(32), { create: true });
  migrate(storage, () => undefined, migrations.slice(0, 5));
  storage.write((database) => {
    writeSetting(database, 'place-name', 'Krông Pắc');
  });
  expect(() => storage.read(listSpreadsheetImports)).toThrow();
  migrate(storage, () => undefined, migrations.slice(0, 6));
  const one = {
    id: 'a',
    fileName: 'a.xlsx',
    at: '2019-12-02T01:00:00.000Z',
    authorId: 'u',
    authorName: 'Nguyễn Văn Thử',
    counts: { created: 1 },
    undoneAt: null,
  };
  const change = { kind: 'person', recordId: 'p', replica: 'r', n: 1, isNew: true };
  storage.write((database) => {
    writeImport(database, one);
    writeImportedChange(database, 'a', 0, change);
  });
  expect(storage.read((database) => findSetting(database, 'place-name'))).toBe('Krông Pắc');
  expect(storage.read(listSpreadsheetImports)).toEqual([one]);
  expect(storage.read((database) => listImportedChanges(database, 'a'))).toEqual([change]);
  storage.close();
});
