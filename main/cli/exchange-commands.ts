import type { OutputOf } from '#shared/contract/contract.ts';
import { failureExits, type FailureCode } from '#shared/contract/failure.ts';
import { attachmentWords } from '#shared/text/attachment-words.vi.ts';
import { proofWords } from '#shared/text/proof-words.vi.ts';
import { messageOf } from '#shared/text/messages.vi.ts';
import type { MergeResult } from '#shared/contract/views.ts';
import { forkWords } from '#shared/text/fork-words.vi.ts';
import { flag, list, string, UsageProblem, type Command, type Invocation } from './command.ts';
import { plainTable } from './plain-table.ts';
import { makePdf } from './print-process.ts';

const { parts, missing } = attachmentWords;

/** Part files beside a package, one a line. */
const partLines = (written: readonly { readonly file: string; readonly fileCount: number }[]): string =>
  written.map(({ file, fileCount }) => `\n${parts.line(file, fileCount)}`).join('');

/** Exit code of a refused file. */
export const exitOf = (code: string | null): number =>
  code === null ? 0 : Object.hasOwn(failureExits, code) ? failureExits[code as FailureCode] : 3;

const sentence = (code: string): string => (Object.hasOwn(failureExits, code) ? messageOf({ code: code as FailureCode }) : code);

const printSlip = async ({ ask }: Invocation, name: string, subject: string, file: string | undefined): Promise<void> => {
  if (file === undefined) return;
  const paper = await ask('report.build', { name, subject });
  await makePdf([{ paper, file, format: 'pdf' }]);
};

const target = ({ text }: Invocation): { readonly file: string } | { readonly folder: string } => {
  const [file, folder] = [text('out'), text('to')];
  if (file !== undefined && folder === undefined) return { file };
  if (folder !== undefined && file === undefined) return { folder };
  if (file === undefined && folder === undefined) return { folder: process.cwd() };
  throw new UsageProblem('--out F | --to FOLDER');
};

const plainMerge = (result: MergeResult): string => {
  const what = { preview: 'xem trước', applied: 'đã tiếp nhận', 'already-received': 'đã nhận trước đó', refused: 'không nhận' }[
    result.status
  ];
  const counts = `thêm ${result.counts.added}, sửa ${result.counts.changed}, xóa ${result.counts.removed}, xung đột ${result.counts.conflict}`;
  const { part, missingFiles } = result;
  const content = part === null ? counts : `${parts.of(part, result.seq)}: ${parts.brings(part.fileCount, part.newCount)}`;
  const lacking = missingFiles.length === 0 ? '' : `; ${missing.count(missingFiles.length)}`;
  return `${result.file}: ${what}${result.status === 'refused' ? ` - ${result.message ?? ''}` : ` (${content}${lacking})`}`;
};

const merge = async (invocation: Invocation): Promise<number> => {
  const { ask, positionals, options, show } = invocation;
  const input = { files: [...positionals], leaveOut: [...((options['leave-out'] as readonly string[] | undefined) ?? [])] };
  const results = options.preview === true ? await ask('merge.preview', input) : await ask('merge.apply', input);
  show(results, () => results.map(plainMerge).join('\n'));
  for (const result of results) if (result.message !== null) process.stderr.write(`${result.file}: ${result.message}\n`);
  return Math.max(0, ...results.map((result) => exitOf(result.failure?.code ?? null)));
};

const enrolRequest = async (invocation: Invocation): Promise<number> => {
  const request = await invocation.ask('enrol.request', { file: invocation.needed('out') });
  await printSlip(invocation, 'enrolment-sheet', request.fingerprint, invocation.text('sheet'));
  invocation.show(request, () => `Mã nhận dạng: ${request.fingerprint}`);
  return 0;
};

const enrolGrant = async ({ ask, positionals, needed, options, show }: Invocation): Promise<number> => {
  const grant = await ask('enrol.grant', {
    file: positionals[1] ?? needed('file'),
    fingerprint: needed('fingerprint'),
    out: needed('out'),
    withState: options['with-state'] === true,
    allowSecondInstallation: options['second-installation'] === true,
  });
  show(
    grant,
    () =>
      `Đã cấp đăng ký cho ${grant.officeId}. Mã nhận dạng của cấp tỉnh: ${grant.provinceFingerprint}${partLines(grant.parts)}`,
  );
  return 0;
};

const enrolAccept = async ({ ask, positionals, needed, show }: Invocation): Promise<number> => {
  const accepted = await ask('enrol.accept', { file: positionals[1] ?? needed('file'), fingerprint: needed('fingerprint') });
  show(accepted, () => `Đã đăng ký với ${accepted.provinceOfficeId}.`);
  return 0;
};

const enrolSteps: Readonly<Record<string, (invocation: Invocation) => Promise<number>>> = {
  request: enrolRequest,
  grant: enrolGrant,
  accept: enrolAccept,
};

export const pickStep = <T>(steps: Readonly<Record<string, T>>, name: string | undefined, command: string): T => {
  const step = name !== undefined && Object.hasOwn(steps, name) ? steps[name] : undefined;
  if (step === undefined) throw new UsageProblem(`${command} ${Object.keys(steps).join('|')}`);
  return step;
};

/** One after the other; what was issued stands even where a later one fails. */
const issueForAll = async ({ ask, needed, show }: Invocation): Promise<number> => {
  const folder = needed('to');
  const { offices } = await ask('status.get', {});
  const made: OutputOf<'receipt.issue'>[] = [];
  for (const { officeId, enrolled } of offices) if (enrolled) made.push(await ask('receipt.issue', { officeId, folder }));
  show(made, () => plainTable(made.map((one) => [one.officeId, String(one.number), one.file])));
  return 0;
};

export const exchangeCommands: Readonly<Record<string, Command>> = {
  enrol: {
    usage:
      'request --out F [--sheet F.pdf] | grant F --fingerprint "..." --out F [--with-state] [--second-installation] | accept F --fingerprint "..."',
    summary: 'Đăng ký máy với cấp tỉnh',
    options: { out: string, sheet: string, file: string, fingerprint: string, 'with-state': flag, 'second-installation': flag },
    workspace: 'open',
    positionals: [1, 2],
    run: (invocation) => pickStep(enrolSteps, invocation.positionals[0], 'enrol')(invocation),
  },
  export: {
    usage: '-w DIR [--out F.hgpkg | --to FOLDER] [--transmittal F.pdf]',
    summary: 'Kết xuất gói dữ liệu; tệp đính kèm nằm trong các tệp phần .hgpart cạnh gói',
    options: { out: string, to: string, transmittal: string },
    workspace: 'open',
    positionals: [0, 0],
    run: async (invocation) => {
      const made = await invocation.ask('package.export', target(invocation));
      const transmittalFile = invocation.text('transmittal') ?? null;
      await printSlip(invocation, 'transmittal', made.packageId, transmittalFile ?? undefined);
      invocation.show(
        { ...made, transmittalFile },
        () => `Đã kết xuất gói số ${made.seq}: ${made.file}\nMã đối chiếu: ${made.code}${partLines(made.parts)}`,
      );
      if (made.lackedFileCount > 0) process.stderr.write(`${parts.lacked(made.lackedFileCount)}\n`);
      return 0;
    },
  },
  verify: {
    usage: 'F [-w DIR | --trust F.hgcert] [--code CODE]',
    summary: 'Kiểm tra một tệp',
    options: { trust: string, code: string },
    workspace: 'optional',
    positionals: [1, 1],
    run: async ({ ask, positionals, text, show }) => {
      const [trust, code] = [text('trust'), text('code')];
      const result = await ask('package.verify', {
        file: positionals[0] as string,
        ...(trust === undefined ? {} : { trust }),
        ...(code === undefined ? {} : { code }),
      });
      show(result, () =>
        result.genuine
          ? `Đúng: ${result.officeName ?? result.office ?? ''}, gói số ${result.seq ?? ''}${result.part === null ? '' : `, ${parts.genuine(result.part.number, result.part.count)}`}`
          : sentence(result.reason ?? ''),
      );
      if (!result.genuine && result.reason !== null) process.stderr.write(`${sentence(result.reason)}\n`);
      return result.genuine ? 0 : 3;
    },
  },
  unpack: {
    usage: 'F.hgpkg -w DIR --out FOLDER',
    summary: 'Giải nén nội dung gói (quản trị)',
    options: { out: string },
    workspace: 'open',
    positionals: [1, 1],
    run: async ({ ask, positionals, needed, show }) => {
      const result = await ask('package.unpack', { file: positionals[0] as string, folder: needed('out') });
      show(result, () => result.files.join('\n'));
      return 0;
    },
  },
  proof: {
    usage: 'F.hgpkg -w DIR --out FOLDER',
    summary: 'Bộ chứng minh của một gói: người ngoài kiểm tra được bằng minisign và sha256sum (quản trị)',
    options: { out: string },
    workspace: 'open',
    positionals: [1, 1],
    run: async ({ ask, positionals, needed, show }) => {
      const folder = needed('out');
      const proved = await ask('package.prove', { file: positionals[0] as string, folder });
      show(proved, () => [proofWords.done(proved.office, proved.seq, folder), ...proved.files].join('\n'));
      return 0;
    },
  },
  merge: {
    usage: '-w DIR F.hgpkg|F.hgpart... [--preview] [--leave-out ITEM ...]',
    summary: 'Xem trước hoặc tiếp nhận gói dữ liệu và các tệp phần chứa tệp đính kèm',
    options: { preview: flag, 'leave-out': list },
    workspace: 'open',
    positionals: [1, 1000],
    run: merge,
  },
  imports: {
    usage: '-w DIR',
    summary: 'Các lần tiếp nhận',
    options: {},
    workspace: 'open',
    positionals: [0, 0],
    run: async ({ ask, show }) => {
      const imports = await ask('imports.list', {});
      show(imports, () =>
        plainTable(imports.map((one) => [one.id, one.appliedAt, one.office, String(one.seq), one.undoneAt ?? ''])),
      );
      return 0;
    },
  },
  receipt: {
    usage: '-w PROVINCE --office CODE [--out F.hgack | --to FOLDER] [--transmittal F.pdf] | --all --to FOLDER',
    summary: 'Lập biên nhận cho một đơn vị, hoặc cho mọi đơn vị đã đăng ký',
    options: { office: string, out: string, to: string, transmittal: string, all: flag },
    workspace: 'open',
    positionals: [0, 0],
    run: async (invocation) => {
      if (invocation.options.all === true) return issueForAll(invocation);
      const made = await invocation.ask('receipt.issue', { officeId: invocation.needed('office'), ...target(invocation) });
      await printSlip(invocation, 'receipt-slip', made.packageId, invocation.text('transmittal'));
      invocation.show(made, () => `Đã lập biên nhận số ${made.number}: ${made.file}${partLines(made.parts)}`);
      return 0;
    },
  },
  receive: {
    usage: '-w DISTRICT F.hgack|F.hgpart',
    summary: 'Nhận biên nhận, hoặc tệp phần gửi cùng biên nhận',
    options: {},
    workspace: 'open',
    positionals: [1, 1],
    run: async (invocation) => {
      const { ask, positionals, show } = invocation;
      if (positionals[0]?.toLowerCase().endsWith('.hgpart') === true) return merge(invocation);
      const result = await ask('receipt.receive', { file: positionals[0] as string });
      show(result, () => `Biên nhận số ${result.number}: đã nhận đến gói số ${result.confirmedSeq ?? '-'}`);
      if (result.renumbered > 0) process.stderr.write(`${forkWords.renumbered(result.renumbered)}\n`);
      return 0;
    },
  },
  escrow: {
    usage: 'test F GOI',
    summary: 'Thử khóa dự phòng với một gói: mở được hay không, không lưu gì',
    options: {},
    workspace: 'none',
    positionals: [3, 3],
    run: async ({ ask, positionals, show }) => {
      pickStep({ test: true }, positionals[0], 'escrow');
      const [, secretFile, file] = positionals as readonly [string, string, string];
      const opened = await ask('escrow.test', { secretFile, file });
      show(opened, () => `Khóa dự phòng mở được gói số ${opened.seq} của ${opened.office}: ${opened.files.join(', ')}`);
      return 0;
    },
  },
  'state-hash': {
    usage: '-w DIR [--office CODE]',
    summary: 'Mã kiểm tra số liệu của một đơn vị',
    options: { office: string },
    workspace: 'open',
    positionals: [0, 0],
    run: async ({ ask, text, show }) => {
      const office = text('office');
      const state = await ask('state.hash', office === undefined ? {} : { officeId: office });
      show(state, () => `${state.office} ${state.hash}`);
      return 0;
    },
  },
};
