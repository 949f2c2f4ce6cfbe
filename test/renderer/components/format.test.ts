import { expect, test } from 'vitest';
import { formatDays, shortTeamName } from '#renderer/components/format.ts';

test('days of a session say once what they share', () => {
  expect(formatDays('2019-08-15', '2019-08-16')).toBe('15-16/08/2019');
  expect(formatDays('2019-06-30', '2019-07-01')).toBe('30/06 - 01/07/2019');
  expect(formatDays('2019-12-31', '2020-01-01')).toBe('31/12/2019 - 01/01/2020');
  expect([formatDays('2019-08-15', null), formatDays('2019-08-15', '2019-08-15'), formatDays(null, null)]).toEqual([
    '15/08/2019',
    '15/08/2019',
    '',
  ]);
});

test('under a head that names teams only what tells them apart is drawn', () => {
  expect(shortTeamName('Tổ hòa giải thôn 3')).toBe('Thôn 3');
  expect(shortTeamName('Tổ hòa giải đội 4')).toBe('Đội 4');
  expect(shortTeamName('Tổ hòa giải')).toBe('Tổ hòa giải');
  expect(shortTeamName('Liên thôn Tân Hòa')).toBe('Liên thôn Tân Hòa');
});
