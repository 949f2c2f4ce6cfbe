import { readFileSync } from 'node:fs';
import { string, UsageProblem, type Command } from './command.ts';
import { readPassword } from './password.ts';
import { reportCommand } from './report-command.ts';

const tierOf = (text: string): 'district' | 'province' => {
  if (text === 'district' || text === 'province') return text;
  throw new UsageProblem('--tier: district | province');
};

export const workspaceCommands: Readonly<Record<string, Command>> = {
  init: {
    usage: '-w DIR --tier district|province --unit CODE --as-of DATE --name TEN --user TEN --recovery-out F [--escrow-out F]',
    summary: 'Thiết lập sổ mới',
    options: { tier: string, unit: string, 'as-of': string, name: string, 'recovery-out': string, 'escrow-out': string },
    workspace: 'none',
    positionals: [0, 0],
    run: async ({ ask, needed, text, options, show }) => {
      const escrowFile = text('escrow-out');
      const { summary } = await ask('workspace.create', {
        folder: needed('workspace'),
        tier: tierOf(needed('tier')),
        unit: needed('unit'),
        asOf: needed('as-of'),
        officeName: needed('name'),
        userName: needed('user'),
        password: readPassword(options),
        recoveryFile: needed('recovery-out'),
        ...(escrowFile === undefined ? {} : { escrowFile }),
      });
      const { office, installId, epoch } = summary;
      show(
        { workspace: summary.folder, office: office?.id, installId, epoch },
        () => `Đã thiết lập sổ: ${office?.name ?? ''} (${office?.id ?? ''})`,
      );
      return 0;
    },
  },
  keys: {
    usage: '-w DIR [--identity-out F]',
    summary: 'Khóa công khai của máy; --identity-out ghi khóa giải mã (quản trị)',
    options: { 'identity-out': string },
    workspace: 'open',
    positionals: [0, 0],
    run: async ({ ask, text, show }) => {
      const file = text('identity-out');
      const keys = await ask('keys.get', {});
      if (file !== undefined) await ask('keys.writeIdentity', { file });
      show(keys, () =>
        Object.entries(keys)
          .map(([name, value]) => `${name}: ${value ?? ''}`)
          .join('\n'),
      );
      return 0;
    },
  },
  status: {
    usage: '-w DIR',
    summary: 'Thay đổi chưa gửi, gói và biên nhận gần nhất; cấp tỉnh: từng đơn vị',
    options: {},
    workspace: 'open',
    positionals: [0, 0],
    run: async ({ ask, show }) => {
      const status = await ask('status.get', {});
      const late = status.offices.filter((office) => office.late).map((office) => office.officeId);
      show({ ...status, late }, () =>
        [
          `Chưa gửi: ${status.unsentChanges} thay đổi`,
          status.lastPackage
            ? `Gói gần nhất: số ${status.lastPackage.seq}, ${status.lastPackage.confirmedAt === null ? 'đã xuất' : 'đã nhận'}`
            : 'Chưa kết xuất gói nào',
          ...status.offices.map(
            (office) =>
              `${office.officeId} ${office.name}: ${office.lastPackage ? `đã nhận gói ${office.lastPackage.seq}` : 'chưa có gói'}`,
          ),
        ].join('\n'),
      );
      return 0;
    },
  },
  backup: {
    usage: '-w DIR --out F',
    summary: 'Sao lưu',
    options: { out: string },
    workspace: 'open',
    positionals: [0, 0],
    run: async ({ ask, needed, show }) => {
      const made = await ask('workspace.backup', { file: needed('out') });
      show(made, () => `Đã sao lưu: ${made.file} (${made.size} byte)`);
      return 0;
    },
  },
  restore: {
    usage: 'F -w THU_MUC_MOI',
    summary: 'Phục hồi bản sao lưu vào thư mục mới',
    options: {},
    workspace: 'none',
    positionals: [1, 1],
    run: async ({ ask, needed, positionals, show }) => {
      const summary = await ask('workspace.restore', { backup: positionals[0] as string, folder: needed('workspace') });
      show({ workspace: summary.folder }, () => 'Đã phục hồi. Lần mở đầu tiên sẽ bắt đầu kỳ ghi mới.');
      return 0;
    },
  },
  recover: {
    usage: '-w DIR --recovery-file F --new-password-file F',
    summary: 'Đặt lại mật khẩu bằng mã khôi phục',
    options: { 'recovery-file': string, 'new-password-file': string },
    workspace: 'none',
    positionals: [0, 0],
    run: async ({ ask, needed, text, show }) => {
      const user = text('user');
      const summary = await ask('workspace.recover', {
        folder: needed('workspace'),
        recoveryCode: readFileSync(needed('recovery-file'), 'utf8').trim(),
        newPassword: readFileSync(needed('new-password-file'), 'utf8').replace(/\r?\n$/, ''),
        ...(user === undefined ? {} : { user }),
      });
      show({ workspace: summary.folder }, () => 'Đã đặt mật khẩu mới.');
      return 0;
    },
  },
  report: reportCommand,
};
