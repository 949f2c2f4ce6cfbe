import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrations } from '#db/migrate.ts';
import { openStorage } from '#db/open.ts';
import { appendChange, bringChangesBack, findChange, findChangeHash, setChangesAside } from '#db/queries/change-log.ts';
import { listSetAside, writeExceptions } from '#db/queries/context.ts';
import { findImport, findImportOf, listAllImports, listImports, markImportsUndone } from '#db/queries/package.ts';
import { systemIds } from '#engine/rim.ts';
import type { LogEntry } from '#shared/exchange/log-entry.ts';
import { temporaryFolder } from '#test/support/office.ts';

const replica = `${'a'.repeat(16)}.1-${'b'.repeat(16)}`;
const change = (n: number) => ({
  replica,
  n,
  officeId: '654',
  kind: 'team',
  id: 'r1',
  hash: `hash ${n}`,
  entry: { replica, n, office: '654', kind: 'team', id: 'r1' } as unknown as LogEntry,
});

test('imports and fields set aside from before stay in force; imports can be taken back, reasons and changes set aside be kept', () => {
  const storage = openStorage(join(temporaryFolder(), 'undo.db'), systemIds.random(32), { create: true });
  migrate(storage, () => undefined, migrations.slice(0, 9));
  storage.execute(`INSERT INTO import (id, package_id, office_id, install_id, epoch, seq, applied_at, package_created_at, counts, state_hash, bytes)
      VALUES ('i1', 'p1', '654', 'a', '1-b', 1, '2019', '2019', '{"added":1,"changed":0,"removed":0,"conflict":0}', 'h', x'00');
    INSERT INTO context_exception (office_id, kind, record_id, field, context) VALUES ('654', 'team', 'r1', 'name', '{}');`);
  migrate(storage, () => undefined);
  expect(storage.read((database) => findImportOf(database, 'p1'))).toMatchObject({ id: 'i1', leaveOut: [], undoneAt: null });
  const known = { kind: 'team', id: 'r1', field: 'name', context: {} };
  expect(storage.read((database) => listSetAside(database, '654'))).toEqual([{ ...known, reason: null }]);
  storage.write((database) => {
    markImportsUndone(database, ['i1'], { at: '2020', by: 'u1', reason: null });
    writeExceptions(database, '654', [known, { ...known, field: 'kind' }], (one) =>
      one.field === 'kind' ? 'left-out' : undefined,
    );
  });
  expect(storage.read((database) => [findImportOf(database, 'p1'), listImports(database)])).toEqual([undefined, []]);
  expect(storage.read((database) => [findImport(database, 'i1')?.undoneAt, listAllImports(database).length])).toEqual([
    '2020',
    1,
  ]);
  expect(storage.read((database) => listSetAside(database, '654')).map(({ field, reason }) => [field, reason])).toEqual([
    ['kind', 'left-out'],
    ['name', null],
  ]);

  const found = (): readonly (number | undefined)[] =>
    storage.read((database) => [1, 2, 3].map((n) => findChange(database, replica, n)?.n));
  storage.write((database) => {
    for (const n of [1, 2, 3]) appendChange(database, change(n));
    setChangesAside(database, '654', { [replica]: { n: 1, logHash: '' } });
  });
  expect(found()).toEqual([1, undefined, undefined]);
  expect(storage.read((database) => findChangeHash(database, replica, 3))).toBe('hash 3');
  storage.write((database) => {
    bringChangesBack(database, '654', { [replica]: { n: 2, logHash: '' } });
  });
  expect(found()).toEqual([1, 2, undefined]);
  storage.close();
});
