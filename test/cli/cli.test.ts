import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { password, temporaryFolder } from '#test/support/office.ts';
import { shg } from '#test/support/command-line.ts';

const base = temporaryFolder();
const district = join(base, 'district');
const province = join(base, 'province');

const json = (text: string): Record<string, never> => JSON.parse(text) as Record<string, never>;
const lines = (text: string): Record<string, string>[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, string>);

const put = (kind: string, records: readonly unknown[]) =>
  shg(['put', kind, '-w', district], { password, input: records.map((record) => `${JSON.stringify(record)}\n`).join('') });

beforeAll(() => {
  const at = ['--as-of', '2019-12-01'];
  const made = shg(
    [
      'init',
      '-w',
      district,
      '--tier',
      'district',
      '--unit',
      '654',
      ...at,
      '--name',
      'Phòng Tư pháp huyện Krông Pắc',
      '--user',
      'Nguyễn Văn A',
      '--recovery-out',
      join(base, 'd.txt'),
    ],
    { password },
  );
  expect(made).toMatchObject({ code: 0 });
  const top = shg(
    [
      'init',
      '-w',
      province,
      '--tier',
      'province',
      '--unit',
      '66',
      ...at,
      '--name',
      'Sở Tư pháp tỉnh Đắk Lắk',
      '--user',
      'Trần Thị B',
      '--recovery-out',
      join(base, 'p.txt'),
      '--escrow-out',
      join(base, 'escrow.txt'),
    ],
    { password },
  );
  expect(top).toMatchObject({ code: 0 });
});

describe('records', () => {
  test('every kind has an example in its help that can be put as it stands', () => {
    const order = [
      'residential-unit',
      'decision',
      'person',
      'team',
      'mediator',
      'trainer',
      'session',
      'session-speaker',
      'funding-line',
      'participant',
      'presence',
      'nomination',
      'dossier-item',
      'identity-link',
    ];
    const ids: Record<string, string> = {};
    for (const [index, kind] of order.entries()) {
      const help = json(shg(['help', kind, '--json']).stdout) as unknown as {
        readonly fields: readonly { readonly field: string; readonly to?: string; readonly required: boolean }[];
        readonly example: Record<string, unknown>;
      };
      const references: Record<string, string | undefined> = Object.fromEntries(
        help.fields
          .filter((field) => field.field in help.example && field.to !== undefined)
          .map((field) => [field.field, ids[field.to ?? '']]),
      );
      if (kind === 'identity-link') {
        const other = put('person', [{ fullName: 'Lê Văn Khôi', sex: 'male', birthDate: '1970' }]);
        references.secondId = lines(other.stdout)[0]?.id ?? '';
      }
      const result = put(kind, [
        { ...help.example, ...references, id: `0190b000-0000-7000-8000-0000000000${String(index).padStart(2, '0')}` },
      ]);
      expect({ kind, ...result }).toMatchObject({ kind, code: 0, stderr: '' });
      ids[kind] = lines(result.stdout)[0]?.id ?? '';
    }
    const listed = shg(['help', '--json']);
    expect((json(listed.stdout) as unknown as { readonly kinds: readonly string[] }).kinds.toSorted()).toEqual(
      [...order, 'membership'].sort(),
    );
  });

  test('a refused line names line, code, field and sentence; nothing of the batch is written', () => {
    const before = shg(['list', 'team', '-w', district, '--jsonl'], { password }).stdout;
    const result = put('team', [
      { name: 'Tổ hòa giải thôn 9', communeId: '24502' },
      { name: '', communeId: '99999' },
    ]);
    expect(result.code).toBe(1);
    expect(lines(result.stdout)).toEqual([
      expect.objectContaining({
        line: 2,
        code: 'unit-unknown',
        field: 'communeId',
        message: expect.stringContaining('mã') as string,
      }),
      expect.objectContaining({ line: 2, code: 'field-required', field: 'name' }),
    ]);
    expect(shg(['list', 'team', '-w', district, '--jsonl'], { password }).stdout).toBe(before);
    expect(shg(['put', 'team', '-w', district], { password, input: '{"name": \n' })).toMatchObject({ code: 1 });
  });

  test('a record is changed by its id, searched without tones, shown with its history, removed and restored', () => {
    const [added] = lines(
      put('person', [{ fullName: 'Đặng Thị Ánh', sex: 'female', birthDate: '1965', phone: '0905 123 456' }]).stdout,
    );
    const id = added?.id ?? '';
    expect(put('person', [{ id, birthDate: '1966', phone: null }])).toMatchObject({ code: 0 });
    expect(lines(shg(['list', 'person', '-w', district, '--find', 'dang thi anh', '--jsonl'], { password }).stdout)).toEqual([
      { id, officeId: '654', fullName: 'Đặng Thị Ánh', sex: 'female', birthDate: '1966' },
    ]);
    const shown = JSON.parse(shg(['show', 'person', id, '-w', district, '--history', '--json'], { password }).stdout) as {
      readonly history: readonly unknown[];
    };
    expect(shown.history).toMatchObject([
      {
        authorName: 'Nguyễn Văn A',
        fields: [
          { field: 'birthDate', before: '1965', after: '1966' },
          { field: 'phone', before: expect.stringMatching(/^090•+56$/) as string, after: null },
        ],
      },
      { fields: expect.arrayContaining([{ field: 'birthDate', before: null, after: '1965' }]) as unknown[] },
    ]);
    expect(shg(['remove', 'person', id, '-w', district, '--reason', 'Nhập trùng'], { password }).code).toBe(0);
    expect(shg(['list', 'person', '-w', district, '--where', 'birthDate=1966', '--jsonl'], { password }).stdout).toBe('');
    expect(shg(['restore-record', 'person', id, '-w', district], { password }).code).toBe(0);
    expect(shg(['show', 'person', '0190b000-0000-7000-8000-00000000ffff', '-w', district], { password }).code).toBe(1);
  });
});

describe('exit codes', () => {
  test('wrong use is 2, a wrong password or a missing workspace is 4, each with a sentence', () => {
    expect(shg(['unheard-of']).code).toBe(2);
    expect(shg(['list', 'team', '-w', district, '--colour', 'red'], { password }).code).toBe(2);
    expect(shg(['list', 'nothing', '-w', district], { password }).code).toBe(2);
    const wrong = shg(['status', '-w', district, '--json'], { password: 'sai-mat-khau' });
    expect(wrong).toMatchObject({ code: 4, stderr: expect.stringContaining('Mật khẩu không đúng') as string });
    expect(json(wrong.stdout)).toMatchObject({ error: { code: 'wrong-password' } });
    expect(shg(['status', '-w', district])).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('Chưa có mật khẩu') as string,
    });
    expect(shg(['status', '-w', join(base, 'nowhere')], { password })).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('không có sổ') as string,
    });
    expect(shg(['export', '-w', district, '--to', base], { password })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('đăng ký') as string,
    });
  });

  test('a password may come from a file, its last line end left out', () => {
    const file = join(base, 'password.txt');
    writeFileSync(file, `${password}\n`);
    expect(shg(['status', '-w', district, '--password-file', file, '--json']).code).toBe(0);
  });
});

describe('exchange', () => {
  test('the loop by scripts; fifty changed bits are each refused with exit 3 and change nothing', () => {
    const request = join(base, '654.hgreq');
    const grant = join(base, '654.hgcert');
    const made = JSON.parse(shg(['enrol', 'request', '-w', district, '--out', request, '--json'], { password }).stdout) as {
      readonly fingerprint: string;
    };
    const wrong = made.fingerprint.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
    expect(shg(['enrol', 'grant', '-w', province, request, '--fingerprint', wrong, '--out', grant], { password }).code).toBe(3);
    const granted = JSON.parse(
      shg(['enrol', 'grant', '-w', province, request, '--fingerprint', made.fingerprint, '--out', grant, '--json'], { password })
        .stdout,
    ) as { readonly provinceFingerprint: string };
    expect(shg(['enrol', 'accept', '-w', district, grant, '--fingerprint', granted.provinceFingerprint], { password }).code).toBe(
      0,
    );
    const file = join(base, 'one.hgpkg');
    const sent = JSON.parse(shg(['export', '-w', district, '--out', file, '--json'], { password }).stdout) as {
      readonly code: string;
      readonly stateHash: string;
    };
    expect(shg(['verify', file, '--json']).code).toBe(3);
    expect(json(shg(['verify', file, '--trust', grant, '--code', sent.code, '--json']).stdout)).toMatchObject({
      genuine: true,
      office: '654',
      seq: 1,
    });
    expect(shg(['verify', file, '--trust', grant, '--code', '1'.repeat(32)]).code).toBe(3);

    const bytes = readFileSync(file);
    const flipped = Array.from({ length: 50 }, (_, index) => {
      const bit = Math.floor((bytes.length * 8 * (index + 0.5)) / 50);
      const copy = Buffer.from(bytes);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const path = join(base, `flipped-${index}.hgpkg`);
      writeFileSync(path, copy);
      return path;
    });
    for (const path of flipped.slice(0, 5)) expect(shg(['verify', path, '--trust', grant]).code).toBe(3);
    const before = shg(['state-hash', '-w', province, '--office', '654', '--json'], { password }).stdout;
    const refused = shg(['merge', '-w', province, ...flipped, '--json'], { password });
    expect(refused.code).toBe(3);
    expect((JSON.parse(refused.stdout) as readonly { readonly status: string }[]).every((one) => one.status === 'refused')).toBe(
      true,
    );
    expect(shg(['state-hash', '-w', province, '--office', '654', '--json'], { password }).stdout).toBe(before);

    expect(shg(['merge', '-w', province, file, '--preview'], { password }).code).toBe(0);
    expect(shg(['merge', '-w', province, file], { password }).code).toBe(0);
    expect(shg(['merge', '-w', province, file], { password }).code).toBe(0);
    expect(json(shg(['state-hash', '-w', province, '--office', '654', '--json'], { password }).stdout)).toMatchObject({
      hash: sent.stateHash,
    });
    const receipt = join(base, 'one.hgack');
    expect(shg(['receipt', '-w', province, '--office', '654', '--out', receipt], { password }).code).toBe(0);
    expect(shg(['receive', '-w', district, receipt], { password }).code).toBe(0);
    expect(json(shg(['status', '-w', district, '--json'], { password }).stdout)).toMatchObject({
      unsentChanges: 0,
      lastReceipt: { number: 1, seq: 1 },
    });
    const folder = join(base, 'unpacked');
    mkdirSync(folder);
    expect(shg(['unpack', file, '-w', province, '--out', folder], { password }).stdout).toContain('state.jsonl');
  });

  test('a backup restores into a new folder, which goes on in a new epoch', () => {
    const file = join(base, 'district.hgbackup');
    expect(shg(['backup', '-w', district, '--out', file], { password }).code).toBe(0);
    const copy = join(base, 'restored');
    expect(shg(['restore', file, '-w', copy]).code).toBe(0);
    const list = (workspace: string): string => shg(['list', 'person', '-w', workspace, '--jsonl'], { password }).stdout;
    expect(list(copy)).toBe(list(district));
    const epoch = (workspace: string): string =>
      (json(shg(['keys', '-w', workspace, '--json'], { password }).stdout) as unknown as { readonly epoch: string }).epoch;
    expect(epoch(district)).toMatch(/^1-/);
    expect(epoch(copy)).toMatch(/^2-/);
    const cut = join(base, 'cut.hgbackup');
    writeFileSync(cut, readFileSync(file).subarray(0, -1));
    expect(shg(['restore', cut, '-w', join(base, 'other')]).code).toBe(4);
  });
});
