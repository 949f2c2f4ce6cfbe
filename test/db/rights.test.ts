import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrations } from '#db/migrate.ts';
import { openStorage } from '#db/open.ts';
import { listAuditEntries, writeAuditEntry } from '#db/queries/audit.ts';
import { listUsers, writeUser } from '#db/queries/installation.ts';
import { listProposals, writeProposal } from '#db/queries/proposal.ts';
import { findLastIssuedReceipt } from '#db/queries/receipt.ts';
import { systemIds } from '#engine/rim.ts';
import { temporaryFolder } from '#test/support/office.ts';

test('users, receipts and written acts from before stay; users can leave, acts have a subject and a reason, proposals a place', () => {
  const storage = openStorage(join(temporaryFolder(), 'rights.db'), systemIds.random(32), { create: true });
  migrate(storage, () => undefined, migrations.slice(0, 7));
  storage.execute(`INSERT INTO user_account (id, full_name, role, created_at) VALUES ('u1', 'Nguyễn Văn Thử', 'administrator', '2019');
    INSERT INTO audit_entry (at, user_id, action) VALUES ('2019', 'u1', 'identity-written');
    INSERT INTO receipt_issued (office_id, number, package_id, issued_at, bytes) VALUES ('654', 1, 'a', '2019', x'00');`);
  migrate(storage, () => undefined);
  const known = { id: 'u1', fullName: 'Nguyễn Văn Thử', role: 'administrator', createdAt: '2019', removedAt: null } as const;
  expect(storage.read(listUsers)).toEqual([known]);
  const act = { at: '2019', userId: 'u1', action: 'identity-written', subject: null, reason: null } as const;
  expect(storage.read(listAuditEntries)).toEqual([act]);
  expect(storage.read((database) => findLastIssuedReceipt(database, '654'))?.proposals).toEqual([]);
  const user = { id: 'u2', fullName: 'Lê Thị Thử', role: 'clerk', createdAt: '2020', removedAt: '2021' } as const;
  const reveal = { at: '2020', userId: 'u1', action: 'person-revealed', subject: 'person/1', reason: 'Đối chiếu' } as const;
  const proposal = {
    id: 'p1',
    officeId: '654',
    kind: 'team',
    recordId: 'r1',
    field: 'name',
    heads: [['a.1-b', 1] as const],
    value: 'Tổ thôn 1',
    reason: 'Sai tên',
    authorName: 'Nguyễn Văn Thử',
    proposedAt: '2020',
    receiptNumber: null,
    withdrawnAt: null,
  };
  storage.write((database) => {
    writeUser(database, user);
    writeAuditEntry(database, reveal);
    writeProposal(database, proposal);
  });
  expect(storage.read(listUsers)).toEqual([known, user]);
  expect(storage.read(listAuditEntries)).toEqual([act, reveal]);
  expect(storage.read((database) => listProposals(database, '654'))).toEqual([proposal]);
  storage.close();
});
