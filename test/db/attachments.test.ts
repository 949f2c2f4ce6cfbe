import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blobMigrations, migrate, migrations } from '#db/migrate.ts';
import { openStorage } from '#db/open.ts';
import { listAttachments } from '#db/queries/attachment.ts';
import { findBlobBytes, hasBlob, listBlobs, listCarriedBlobs, removeBlob, writeBlob } from '#db/queries/blob.ts';
import { findImport } from '#db/queries/package.ts';
import { findNewestReceipt } from '#db/queries/receipt.ts';
import { systemIds } from '#engine/rim.ts';
import { temporaryFolder } from '#test/support/office.ts';

const base = temporaryFolder();

test('imports and receipts from before lack no file and confirm none; there is room for attachments', () => {
  const storage = openStorage(join(base, 'books.db'), systemIds.random(32), { create: true });
  migrate(storage, () => undefined, migrations.slice(0, 11));
  storage.execute(`INSERT INTO import (id, package_id, office_id, install_id, epoch, seq, applied_at, package_created_at, counts, state_hash, bytes)
      VALUES ('i1', 'p1', '654', 'a', '1-b', 1, '2019', '2019', '{"added":1,"changed":0,"removed":0,"conflict":0}', 'h', x'00');
    INSERT INTO receipt_received (number, package_id, accepted_context, received_at) VALUES (1, 'r1', '{}', '2019');`);
  migrate(storage, () => undefined, migrations.slice(0, 12));
  expect(storage.read((database) => findImport(database, 'i1'))).toMatchObject({ id: 'i1', lackedBlobs: [] });
  expect(storage.read(findNewestReceipt)).toMatchObject({ number: 1, heldBlobs: [] });
  expect(storage.read((database) => [listAttachments(database), listCarriedBlobs(database)])).toEqual([[], []]);
  storage.close();
});

test('a content is stored once under its hash, in the order of coming', () => {
  const storage = openStorage(join(base, 'files.db'), systemIds.random(32), { create: true });
  migrate(storage, () => undefined, blobMigrations);
  const [first, second] = ['a'.repeat(64), 'b'.repeat(64)] as const;
  const wrote = storage.write((database) => [
    writeBlob(database, first, Buffer.from('một')),
    writeBlob(database, second, Buffer.from('hai')),
    writeBlob(database, first, Buffer.from('một')),
  ]);
  expect(wrote).toEqual([true, true, false]);
  expect(storage.read(listBlobs).map(({ sha256 }) => sha256)).toEqual([second, first]);
  storage.write((database) => {
    removeBlob(database, second);
  });
  expect(storage.read((database) => [hasBlob(database, first), hasBlob(database, second)])).toEqual([true, false]);
  expect(Buffer.from(storage.read((database) => findBlobBytes(database, first)) ?? []).toString('utf8')).toBe('một');
  storage.close();
});
