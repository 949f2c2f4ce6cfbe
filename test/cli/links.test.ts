import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { shg } from '#test/support/command-line.ts';
import { password, temporaryFolder } from '#test/support/office.ts';

const base = temporaryFolder();
const folder = join(base, 'district');
const [first, second] = ['0190b000-0000-7000-8000-000000000001', '0190b000-0000-7000-8000-000000000002'];

const run = (...args: readonly string[]) => shg([...args, '-w', folder, '--json'], { password });
const links = (...args: readonly string[]): unknown => {
  const result = run('links', ...args);
  expect(result).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(result.stdout) as unknown;
};

beforeAll(() => {
  const unit = ['--tier', 'district', '--unit', '654', '--as-of', '2019-12-01', '--name', 'Phòng Tư pháp huyện Krông Pắc'];
  const made = shg(['init', '-w', folder, ...unit, '--user', 'Nguyễn Văn A', '--recovery-out', join(base, 'code.txt')], {
    password,
  });
  expect(made).toMatchObject({ code: 0 });
  const people = [
    { id: first, fullName: 'Lê Văn Khôi', sex: 'male', birthDate: '1970-01-02', phone: '0905123456' },
    { id: second, fullName: 'LE KHOI', sex: 'male', birthDate: '1970-02-01', phone: '0905123456' },
  ];
  const input = people.map((person) => `${JSON.stringify(person)}\n`).join('');
  expect(shg(['put', 'person', '-w', folder], { password, input })).toMatchObject({ code: 0 });
});

test('suspicions are listed with reasons, decided, listed as decided and taken back', () => {
  const suspicion = [{ first: { id: first }, second: { id: second } }];
  expect(links('suspects')).toMatchObject(suspicion);
  expect(links('link', first, second, '--note', 'Đã đối chiếu')).toMatchObject({ changed: true });
  expect(links('suspects')).toEqual([]);
  const [link] = links() as readonly { readonly id: string }[];
  expect(link).toMatchObject({ decision: 'same', note: 'Đã đối chiếu', first: { id: first }, second: { id: second } });
  expect(links('separate', second, first)).toEqual({ id: link?.id, changed: true });
  expect(links()).toMatchObject([{ id: link?.id, decision: 'different' }]);
  links('take-back', link?.id ?? '');
  expect(links()).toEqual([]);
  expect(links('suspects')).toMatchObject(suspicion);
});

test('wrong use and unknown people end with their exit codes', () => {
  expect(run('links', 'marry', first, second).code).toBe(2);
  expect(run('links', 'link', first).code).toBe(2);
  expect(run('links', 'link', first, first).code).toBe(1);
  expect(run('links', 'link', first, '0190b000-0000-7000-8000-00000000000f').code).toBe(1);
});
