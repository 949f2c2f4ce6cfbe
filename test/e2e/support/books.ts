import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const shg = join(root, 'out', 'app', 'shg.cjs');

/** Password of every workspace that tests of the window make. */
export const password = 'hoa-giai-o-co-so';

type Line = Readonly<Record<string, unknown>>;

/** Runs the command line and gives what it prints. */
export const run = (args: readonly string[], input = ''): string =>
  execFileSync(process.execPath, [shg, ...args], { input, env: { ...process.env, SHG_PASSWORD: password } }).toString();

/** Puts records through the command line and gives their ids. */
export const putRecords = (workspace: string, kind: string, lines: readonly Line[]): readonly string[] =>
  run(['put', kind, '-w', workspace], lines.map((line) => JSON.stringify(line)).join('\n'))
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly id: string }).id);

export type Books = {
  readonly communes: number;
  readonly teamsPerCommune: number;
  readonly membersPerTeam: number;
  readonly trainers?: number;
};

/** Communes of Krông Pắc. */
const communeIds = ['24502', '24505', '24508', '24511'] as const;
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ'] as const;
const given = ['An', 'Bình', 'Cường', 'Dung', 'Giang', 'Hạnh', 'Khánh', 'Lan', 'Minh', 'Nga', 'Oanh', 'Phúc'] as const;

const person = (index: number): Line => {
  const isWoman = index % 2 === 1;
  const family = families[index % families.length] ?? '';
  const name = given[Math.floor(index / families.length) % given.length] ?? '';
  const second = given[Math.floor(index / 7) % given.length] ?? '';
  return {
    fullName: `${family} ${isWoman ? 'Thị' : 'Văn'} ${second} ${name}`,
    sex: isWoman ? 'female' : 'male',
    birthDate: String(1955 + (index % 40)),
    ethnicGroup: index % 5 === 0 ? '05' : '01',
  };
};

/** An office of Krông Pắc with teams and members of invented people, and one person without a role; without communes, with nothing. */
export const startOffice = (workspace: string, books: Books): void => {
  mkdirSync(dirname(workspace), { recursive: true });
  const recovery = `${workspace}-recovery.txt`;
  run([
    'init',
    ...['-w', workspace, '--tier', 'district', '--unit', '654', '--as-of', '2019-12-01'],
    ...['--name', 'Phòng Tư pháp huyện Krông Pắc', '--user', 'Nguyễn Văn An', '--recovery-out', recovery],
  ]);
  const teams = communeIds
    .slice(0, books.communes)
    .flatMap((communeId) =>
      Array.from({ length: books.teamsPerCommune }, (_, index) => ({ name: `Tổ hòa giải thôn ${index + 1}`, communeId })),
    );
  const teamIds = teams.length === 0 ? [] : putRecords(workspace, 'team', teams);
  const members = teamIds.flatMap((teamId, team) =>
    Array.from({ length: books.membersPerTeam }, (_, index) => ({
      ...person(team * books.membersPerTeam + index),
      teamId,
      role: index === 0 ? 'leader' : 'member',
      recognizedOn: '2019-03-15',
    })),
  );
  if (members.length > 0) putRecords(workspace, 'mediator', members);
  writeFileSync(join(dirname(workspace), 'password.txt'), password);
  if (books.communes === 0) return;
  const others = [
    { fullName: 'Lý Thị Tươi', sex: 'female', birthDate: '1970', ethnicGroup: '01' },
    ...Array.from({ length: books.trainers ?? 0 }, (_, index) => ({
      ...person(500 + index),
      fullName: `Đặng ${index % 2 === 0 ? 'Thị' : 'Văn'} ${given[index] ?? ''}`,
      sex: index % 2 === 0 ? 'female' : 'male',
    })),
  ];
  const [, ...trainerIds] = putRecords(workspace, 'person', others);
  if (trainerIds.length > 0)
    putRecords(
      workspace,
      'trainer',
      trainerIds.map((personId) => ({ personId, pool: 'district', source: 'legal-rapporteur', position: 'Phó Trưởng phòng' })),
    );
};
