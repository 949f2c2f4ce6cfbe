import { readFileSync } from 'node:fs';
import { failure } from '#engine/failure.ts';
import { fold } from '#shared/text/vietnamese.ts';
import { string, UsageProblem, type Command, type Invocation } from './command.ts';
import { readPassword } from './password.ts';

type Role = 'clerk' | 'approver' | 'administrator';

const roleNames: Readonly<Record<Role, string>> = { clerk: 'cán bộ nhập', approver: 'người duyệt', administrator: 'quản trị' };

const isRole = (text: string): text is Role => Object.hasOwn(roleNames, text);

const roleOf = (text: string | undefined): Role => {
  if (text !== undefined && isRole(text)) return text;
  throw new UsageProblem(Object.keys(roleNames).join(' | '));
};

/** The new user's password from `--new-password-file` (last line end left out) or `SHG_NEW_PASSWORD`; never from an argument. */
const readNewPassword = ({ text }: Invocation): string => {
  const file = text('new-password-file');
  const given = file === undefined ? process.env.SHG_NEW_PASSWORD : readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  if (given === undefined || given === '') throw new UsageProblem('--new-password-file F | SHG_NEW_PASSWORD');
  return given;
};

const nameOf = ({ positionals }: Invocation): string => {
  const [, name] = positionals;
  if (name === undefined) throw new UsageProblem('user add|remove|role TEN');
  return name;
};

const findId = async ({ ask }: Invocation, name: string): Promise<string> => {
  const users = await ask('user.list', {});
  const found = users.find((user) => fold(user.name) === fold(name));
  if (!found) throw failure('user-unknown');
  return found.id;
};

const list = async ({ ask, show }: Invocation): Promise<number> => {
  const users = await ask('user.list', {});
  show(users, () => users.map((user) => `${user.name}: ${roleNames[user.role]}`).join('\n'));
  return 0;
};

const add = async (invocation: Invocation): Promise<number> => {
  const user = await invocation.ask('user.add', {
    name: nameOf(invocation),
    role: roleOf(invocation.text('role') ?? invocation.positionals[2]),
    password: readNewPassword(invocation),
    ownPassword: readPassword(invocation.options),
  });
  invocation.show(user, () => `Đã thêm ${user.name}: ${roleNames[user.role]}`);
  return 0;
};

const remove = async (invocation: Invocation): Promise<number> => {
  const removed = await invocation.ask('user.remove', { id: await findId(invocation, nameOf(invocation)) });
  invocation.show(removed, () => 'Người dùng này không còn mở được sổ.');
  return 0;
};

const changeRole = async (invocation: Invocation): Promise<number> => {
  const role = roleOf(invocation.text('role') ?? invocation.positionals[2]);
  const user = await invocation.ask('user.setRole', { id: await findId(invocation, nameOf(invocation)), role });
  invocation.show(user, () => `${user.name}: ${roleNames[user.role]}`);
  return 0;
};

const changePassword = async (invocation: Invocation): Promise<number> => {
  const [, name] = invocation.positionals;
  const done = await invocation.ask('user.setPassword', {
    ...(name === undefined ? {} : { id: await findId(invocation, name) }),
    ownPassword: readPassword(invocation.options),
    newPassword: readNewPassword(invocation),
  });
  invocation.show(done, () => 'Đã đặt mật khẩu mới.');
  return 0;
};

const steps: Readonly<Record<string, (invocation: Invocation) => Promise<number>>> = {
  list,
  add,
  remove,
  role: changeRole,
  password: changePassword,
};

export const userCommands: Readonly<Record<string, Command>> = {
  user: {
    usage:
      'list | add TEN --role clerk|approver|administrator | remove TEN | role TEN ROLE | password [TEN] -w DIR [--new-password-file F]',
    summary: 'Người dùng của sổ và quyền; mật khẩu mới từ --new-password-file hoặc SHG_NEW_PASSWORD',
    options: { role: string, 'new-password-file': string },
    workspace: 'open',
    positionals: [1, 3],
    run: (invocation) => {
      const [name = ''] = invocation.positionals;
      const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
      if (!step) throw new UsageProblem(`user ${Object.keys(steps).join('|')}`);
      return step(invocation);
    },
  },
};
