import { string, UsageProblem, type Command, type Invocation } from './command.ts';
import { plainTable } from './plain-table.ts';

const showTrust = async ({ ask, show }: Invocation): Promise<number> => {
  const trust = await ask('trust.show', {});
  show(trust, () =>
    trust === null
      ? 'Chưa có danh sách tin cậy.'
      : plainTable(
          trust.offices.flatMap((office) =>
            office.installations.map((one) => [office.officeId, office.name, one.installId, one.grantedAt, one.revokedAt ?? '']),
          ),
        ),
  );
  return 0;
};

const revoke = async ({ ask, positionals, needed, show }: Invocation): Promise<number> => {
  const [, installId] = positionals;
  if (installId === undefined) throw new UsageProblem('trust revoke MA_MAY --reason TEXT');
  const revoked = await ask('trust.revoke', { installId, reason: needed('reason') });
  show(
    revoked,
    () => `Đã thu hồi máy ${installId} của ${revoked.officeId}. Lập biên nhận cho đơn vị để các máy còn lại biết (shg receipt).`,
  );
  return 0;
};

const rotate = async ({ ask, needed, show }: Invocation): Promise<number> => {
  const rotated = await ask('trust.rotate', { reason: needed('reason') });
  show(rotated, () => `Đã đổi khóa của cấp tỉnh. Mã nhận dạng mới: ${rotated.provinceFingerprint}`);
  return 0;
};

const steps: Readonly<Record<string, (invocation: Invocation) => Promise<number>>> = { show: showTrust, revoke, rotate };

export const trustCommands: Readonly<Record<string, Command>> = {
  trust: {
    usage: 'show | revoke MA_MAY --reason TEXT | rotate --reason TEXT -w DIR',
    summary: 'Danh sách tin cậy: xem, thu hồi một máy, đổi khóa của cấp tỉnh',
    options: { reason: string },
    workspace: 'open',
    positionals: [1, 2],
    run: (invocation) => {
      const [name = ''] = invocation.positionals;
      const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
      if (!step) throw new UsageProblem(`trust ${Object.keys(steps).join('|')}`);
      return step(invocation);
    },
  },
};
