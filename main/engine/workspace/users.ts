import { randomUUID } from 'node:crypto';
import { writeAuditEntry, type AuditEntry } from '#db/queries/audit.ts';
import { listUsers, updateUser, writeUser, type UserAccount } from '#db/queries/installation.ts';
import type { ReadableDatabase } from '#db/open.ts';
import type { UserView, userMethods } from '#shared/contract/user-methods.ts';
import { cleanText, fold } from '#shared/text/vietnamese.ts';
import type { CommandContext, Handler, HandlersOf, QueryContext, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { checkPassword, unwrapDataKey, wrapDataKey, type Wrap } from '#engine/keyring.ts';
import { readKeyring, readKeyringFile, writeKeyringFile } from '#engine/workspace-files.ts';
import type { OpenWorkspace } from '#engine/workspace-host.ts';
import { readOpenWorkspace } from './identity.ts';

const presentUsers = (database: ReadableDatabase): readonly UserAccount[] =>
  listUsers(database).filter((user) => user.removedAt === null);

const getUser = ({ database }: Pick<QueryContext, 'database'>, id: string): UserAccount => {
  const user = presentUsers(database).find((one) => one.id === id);
  if (!user) throw failure('user-unknown');
  return user;
};

const viewOf = ({ actor }: Pick<QueryContext, 'actor'>, { id, fullName, role, createdAt }: UserAccount): UserView => ({
  id,
  name: fullName,
  role,
  createdAt,
  isMe: id === actor.id,
});

const note = ({ database, actor, clock }: CommandContext, action: AuditEntry['action'], subject: string): void => {
  writeAuditEntry(database, { at: clock.now().toISOString(), userId: actor.id, action, subject });
};

const openOf = (task: TaskContext): OpenWorkspace => {
  const workspace = task.host.current();
  if (!workspace) throw failure('workspace-locked');
  return workspace;
};

/** The data key, opened with the password of who has the books open. Fails with `wrong-password`. */
const unwrapOwn = async ({ folder, actor }: OpenWorkspace, ownPassword: string): Promise<Uint8Array> => {
  const keyring = readKeyring(folder);
  const wrap = keyring.wraps.find((one) => one.holder === 'user' && one.id === actor.id);
  const dataKey = wrap && (await unwrapDataKey(keyring, wrap, ownPassword));
  if (!dataKey) throw failure('wrong-password');
  return dataKey;
};

/** Replaces or adds a user's wrap; `undefined` takes it away. */
const storeWrap = (folder: string, id: string, wrap: Wrap | undefined): void => {
  const file = readKeyringFile(folder);
  const others = file.wraps.filter((one) => one.holder !== 'user' || one.id !== id);
  writeKeyringFile(folder, { ...file, wraps: wrap === undefined ? others : [...others, wrap] });
};

const makeWrap = (task: TaskContext, workspace: OpenWorkspace, user: UserAccount, secret: string, dataKey: Uint8Array) => {
  const before = readKeyring(workspace.folder).wraps.find((one) => one.holder === 'user' && one.id === user.id);
  return wrapDataKey({
    workspaceId: workspace.identity.workspaceId,
    holder: 'user',
    id: user.id,
    foldedName: fold(user.fullName),
    secret,
    dataKey,
    version: (before?.version ?? 0) + 1,
    random: task.ids.random,
  });
};

/** The row stands before the key: a key without a row would open the books for nobody known. */
const addUser: Handler<'user.add'> = async (task, { name, role, password, ownPassword }) => {
  checkPassword(password);
  const workspace = openOf(task);
  const dataKey = await unwrapOwn(workspace, ownPassword);
  const fullName = cleanText(name);
  const user = { id: randomUUID(), fullName, role, createdAt: task.clock.now().toISOString(), removedAt: null };
  const wrap = await makeWrap(task, workspace, user, password, dataKey);
  const view = task.write((context) => {
    if (presentUsers(context.database).some((one) => fold(one.fullName) === fold(fullName))) throw failure('user-exists');
    writeUser(context.database, user);
    note(context, 'user-added', user.id);
    return viewOf(context, user);
  });
  storeWrap(workspace.folder, user.id, wrap);
  return view;
};

const checkNotLast = ({ database }: CommandContext, user: UserAccount): void => {
  const others = presentUsers(database).filter((one) => one.role === 'administrator' && one.id !== user.id);
  if (user.role === 'administrator' && others.length === 0) throw failure('last-administrator');
};

const setRole: Handler<'user.setRole'> = (task, { id, role }) => {
  const workspace = openOf(task);
  const view = task.write((context) => {
    const user = getUser(context, id);
    if (role !== 'administrator') checkNotLast(context, user);
    updateUser(context.database, id, { role });
    note(context, 'user-role-changed', id);
    return viewOf(context, { ...user, role });
  });
  // Who changes the own role works on under the new one.
  if (id === workspace.actor.id) task.host.setCurrent(readOpenWorkspace(workspace.folder, workspace, id));
  return Promise.resolve(view);
};

/** The key goes first: from then on the password opens nothing. */
const removeUser: Handler<'user.remove'> = (task, { id }) => {
  const workspace = openOf(task);
  if (id === workspace.actor.id) throw failure('user-is-me');
  task.read((context) => getUser(context, id));
  task.write((context) => {
    checkNotLast(context, getUser(context, id));
  });
  storeWrap(workspace.folder, id, undefined);
  task.write((context) => {
    updateUser(context.database, id, { removedAt: context.clock.now().toISOString() });
    note(context, 'user-removed', id);
  });
  return Promise.resolve({ id });
};

const setPassword: Handler<'user.setPassword'> = async (task, { id, ownPassword, newPassword }) => {
  checkPassword(newPassword);
  const workspace = openOf(task);
  const target = id ?? workspace.actor.id;
  if (target !== workspace.actor.id && workspace.actor.role !== 'administrator') throw failure('not-permitted');
  const user = task.read((context) => getUser(context, target));
  const dataKey = await unwrapOwn(workspace, ownPassword);
  const wrap = await makeWrap(task, workspace, user, newPassword, dataKey);
  task.write((context) => {
    note(context, 'password-set', target);
  });
  storeWrap(workspace.folder, target, wrap);
  return { id: target };
};

export const userHandlers: HandlersOf<keyof typeof userMethods> = {
  'user.list': (context) => presentUsers(context.database).map((user) => viewOf(context, user)),
  'user.add': addUser,
  'user.setRole': setRole,
  'user.remove': removeUser,
  'user.setPassword': setPassword,
};
