import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { contract, type MethodName } from '#shared/contract/contract.ts';
import type { FailureCode } from '#shared/contract/failure.ts';
import type { Access } from '#shared/contract/method.ts';
import { messageOf } from '#shared/text/messages.vi.ts';
import { closedBooks } from '#test/support/hostile-run.ts';
import {
  communeOf,
  enrol,
  enterTeam,
  password,
  setUpOffice,
  temporaryFolder,
  threeMembers,
  type Office,
} from '#test/support/office.ts';

/** Who may ask what, written down a second time: methods by the word before and after their dot. */
const allowed: Readonly<Record<Access, Readonly<Record<string, string>>>> = {
  anyone: {
    workspace: 'summary choose create unlock recover lock restore',
    catalogue: 'units',
    package: 'verify',
    escrow: 'test',
    report: 'list',
  },
  clerk: {
    attachment: 'add list save missing',
    workspace: 'backup',
    status: 'get',
    keys: 'get',
    settings: 'get put',
    catalogue: 'officeCommunes',
    draft: 'save find list remove',
    user: 'list setPassword',
    person: 'reveal list suspects duplicates',
    record: 'put list get history remove restore previewRevert revert provenance revealProvenance values related',
    check: 'run answer takeBackAnswer',
    team: 'list get',
    mediator: 'list get',
    bulk: 'preview apply',
    step: 'list preview undo redo',
    session: 'list get invitedCount addPeople resolveNames markPresence',
    coverage: 'get untrained',
    import:
      'read cells plan run writeErrors list previewUndo undo listMappings saveMapping removeMapping readMapping writeMapping',
    nomination: 'list get markPaper',
    trainer: 'list',
    identity: 'link separate takeBack list',
    search: 'find',
    list: 'export',
    trust: 'show',
    package: 'list',
    merge: 'preview apply',
    imports: 'list previewUndo undo',
    setAside: 'list',
    inbox: 'retry list',
    fork: 'list',
    receipt: 'receive',
    state: 'hash',
    paper: 'check',
    conflict: 'list resolve decided decideAgain',
    proposal: 'list make withdraw accept refuse',
    report: 'build ofList write',
  },
  approver: {
    package: 'export',
    receipt: 'issue',
  },
  administrator: {
    keys: 'writeIdentity',
    user: 'add setRole remove',
    audit: 'list',
    enrol: 'request inspectRequest grant inspectGrant accept',
    trust: 'revoke rotate',
    package: 'unpack prove',
  },
};

const ranks: readonly Access[] = ['anyone', 'clerk', 'approver', 'administrator'];
const neededBy = new Map<string, Access>(
  ranks.flatMap((access) =>
    Object.entries(allowed[access]).flatMap(([group, names]) =>
      names.split(' ').map((name) => [`${group}.${name}`, access] as const),
    ),
  ),
);
const methods = Object.keys(contract) as MethodName[];
const base = temporaryFolder();
const users = { clerk: 'Lê Thị Nhập', approver: 'Trần Văn Duyệt', administrator: 'Nguyễn Văn Thử' } as const;
type Role = keyof typeof users;
let office: Office;

const passwordOf = (role: Role): string => (role === 'administrator' ? password : `mat-khau-${role}`);

/** Asks without an input: who may ask hears that it is missing, who may not hears only that. Nothing can be done that way. */
const answersTo = async (): Promise<Readonly<Record<string, FailureCode>>> => {
  const answers: Record<string, FailureCode> = {};
  for (const method of methods) answers[method] = (await office.fail(method, null as never)).code;
  return answers;
};

const expectedFor = (role: Role | undefined): Readonly<Record<string, FailureCode>> => {
  const rank = role === undefined ? 0 : ranks.indexOf(role);
  const refusal = (needed: Access): FailureCode => {
    if (role === undefined) return 'workspace-locked';
    return needed === 'approver' ? 'approver-missing' : 'not-permitted';
  };
  return Object.fromEntries(
    methods.map((method) => {
      const needed = neededBy.get(method) ?? 'administrator';
      return [method, ranks.indexOf(needed) <= rank ? 'input-malformed' : refusal(needed)];
    }),
  );
};

beforeAll(async () => {
  const province = await setUpOffice(base, '66');
  office = await setUpOffice(base, '654');
  await enrol(province, office);
  await enterTeam(office, communeOf['654'] ?? '', threeMembers);
  for (const role of ['clerk', 'approver'] as const)
    await office.ask('user.add', { name: users[role], role, password: passwordOf(role), ownPassword: password });
}, 300_000);

test('the table names every method of the contract once, with the role that the contract asks for', () => {
  expect([...neededBy.keys()].sort()).toEqual([...methods].sort());
  expect(Object.fromEntries(methods.map((method) => [method, contract[method].access]))).toEqual(Object.fromEntries(neededBy));
});

test('every refusal is a sentence', () => {
  for (const code of ['workspace-locked', 'approver-missing', 'not-permitted'] as const)
    expect(messageOf({ code })).toMatch(/^\p{Lu}.*\.$/u);
});

describe.each(['clerk', 'approver', 'administrator'] as const)('as %s', (role) => {
  test(
    'the engine answers what the role may ask, refuses the rest, and neither changes anything',
    { timeout: 300_000 },
    async () => {
      const before = { ...(await closedBooks(office)), files: readdirSync(office.folder).sort() };
      await office.ask('workspace.unlock', { folder: office.folder, user: users[role], password: passwordOf(role) });
      expect(await answersTo()).toEqual(expectedFor(role));
      await office.ask('workspace.unlock', { folder: office.folder, user: users.administrator, password });
      expect({ ...(await closedBooks(office)), files: readdirSync(office.folder).sort() }).toEqual(before);
    },
  );
});

test('of a locked workspace the engine answers only what needs no books', async () => {
  await office.ask('workspace.lock', {});
  expect(await answersTo()).toEqual(expectedFor(undefined));
});
