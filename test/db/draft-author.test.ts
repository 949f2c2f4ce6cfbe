import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrations } from '#db/migrate.ts';
import { openStorage } from '#db/open.ts';
import { listDrafts, writeDraft } from '#db/queries/draft.ts';
import { systemIds } from '#engine/rim.ts';
import { temporaryFolder } from '#test/support/office.ts';

const before = migrations.findIndex(({ name }) => name === 'draft-author');

test('drafts from before are kept without an author; later ones tell who typed them', () => {
  const storage = openStorage(join(temporaryFolder(), 'draft.db'), systemIds.random(32), { create: true });
  migrate(storage, () => undefined, migrations.slice(0, before));
  storage.execute(`INSERT INTO user_account (id, full_name, role, created_at) VALUES ('u1', 'Người Thử', 'clerk', '2019');
    INSERT INTO draft (form, content, saved_at) VALUES ('team new', '{}', '2019-12-01');`);
  migrate(storage, () => undefined, migrations.slice(0, before + 1));
  storage.write((database) => {
    writeDraft(database, { form: 'person new', content: '{}', savedAt: '2019-12-02', savedBy: 'u1' });
  });
  expect(storage.read(listDrafts)).toEqual([
    { form: 'person new', content: '{}', savedAt: '2019-12-02', authorName: 'Người Thử' },
    { form: 'team new', content: '{}', savedAt: '2019-12-01', authorName: null },
  ]);
  storage.close();
});
