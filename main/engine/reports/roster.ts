import { listRoster, type MediatorRow } from '#db/queries/mediator.ts';
import { labelOf, professionalLevels, sexes, teamRoles } from '#shared/catalogue/code-lists.ts';
import { ethnicGroupCodes } from '#shared/catalogue/ethnic-groups.ts';
import { findUnit } from '#shared/catalogue/units.ts';
import type { Paper } from '#shared/contract/report-methods.ts';
import { formatDate, yearOf } from '#shared/domain/date.ts';
import { maskPhone } from '#shared/domain/phone.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { communeIdsOf, unitNameOf } from '#engine/communes.ts';
import type { QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { readPaperSettings } from '#engine/paper-settings.ts';
import { escape, renderPage } from './layout.ts';

export type Profile = 'internal' | 'public';

type Column = {
  readonly title: string;
  readonly width: string;
  readonly cell: (row: MediatorRow) => string;
  readonly centred?: boolean;
};

const orEmpty = (value: string | null, show: (value: string) => string): string => (value === null ? '' : show(value));

/** Columns of the roster. The public one has no phone and the year of birth only: names and teams are public by law, the rest is not. */
const columnsOf = (profile: Profile): readonly Column[] => [
  { title: 'Họ và tên', width: '20%', cell: (row) => row.fullName },
  { title: 'Giới tính', width: '6%', cell: (row) => orEmpty(row.sex, (sex) => labelOf(sexes, sex)), centred: true },
  {
    title: profile === 'public' ? 'Năm sinh' : 'Ngày sinh',
    width: '10%',
    cell: (row) => orEmpty(row.birthDate, (day) => (profile === 'public' ? String(yearOf(day)) : formatDate(day))),
    centred: true,
  },
  {
    title: 'Dân tộc',
    width: '8%',
    cell: (row) => orEmpty(row.ethnicGroup, (code) => labelOf(ethnicGroupCodes, code)),
    centred: true,
  },
  {
    title: 'Vai trò trong tổ',
    width: '10%',
    cell: (row) => orEmpty(row.role, (role) => labelOf(teamRoles, role)),
    centred: true,
  },
  { title: 'Chức vụ ngoài tổ', width: '18%', cell: (row) => row.position ?? '' },
  {
    title: 'Trình độ chuyên môn',
    width: '12%',
    cell: (row) => orEmpty(row.professionalLevel, (level) => labelOf(professionalLevels, level)),
    centred: true,
  },
  ...(profile === 'public'
    ? []
    : [{ title: 'Điện thoại', width: '10%', cell: (row: MediatorRow) => row.phone ?? '', centred: true } as const]),
];

const groupRows = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly (readonly Row[])[] => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
};

const roman = (value: number): string => {
  const signs = [
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1],
  ] as const;
  let rest = value;
  return signs
    .map(([sign, worth]) => {
      const count = Math.floor(rest / worth);
      rest -= count * worth;
      return sign.repeat(count);
    })
    .join('');
};

const tableOf = (rows: readonly MediatorRow[], profile: Profile): string => {
  const columns = columnsOf(profile);
  const span = columns.length + 1;
  let index = 0;
  const personRow = (row: MediatorRow): string => {
    index += 1;
    const cells = columns.map(
      (column) => `<td${column.centred === true ? ' class="number-cell"' : ''}>${escape(column.cell(row))}</td>`,
    );
    return `<tr><td class="number-cell">${index}</td>${cells.join('')}</tr>`;
  };
  const teamRows = (team: readonly MediatorRow[], place: number): string =>
    `<tr class="group"><td class="number-cell">${place}</td><td colspan="${span - 1}">${escape(team[0]?.teamName ?? '')} (${team.length} hòa giải viên)</td></tr>${team.map(personRow).join('')}`;
  const communeRows = (commune: readonly MediatorRow[], place: number): string =>
    `<tr class="group commune"><td class="number-cell">${roman(place)}</td><td colspan="${span - 1}">${escape(unitNameOf(commune[0]?.communeId ?? null))}</td></tr>${groupRows(
      commune,
      (row) => row.teamId ?? '',
    )
      .map((team, at) => teamRows(team, at + 1))
      .join('')}`;
  const head = `<tr><th style="width:5%">STT</th>${columns.map((column) => `<th style="width:${column.width}">${column.title}</th>`).join('')}</tr>`;
  return `<table><thead>${head}</thead><tbody>${groupRows(rows, (row) => row.communeId ?? '')
    .map((commune, at) => communeRows(commune, at + 1))
    .join('')}</tbody></table>`;
};

/** List of mediators by commune and team. `unit` is a commune or office; without it the whole office. */
export const buildRoster = (context: QueryContext, unit: string | undefined, profile: Profile): Paper => {
  const found = unit === undefined ? undefined : findUnit(unit, context.identity.asOf);
  if (unit !== undefined && !found) throw failure('unit-not-found', { unit, day: context.identity.asOf });
  const rows = listRoster(
    context.database,
    unit === undefined ? { officeId: context.identity.officeId } : { communeIds: communeIdsOf(context, unit) },
  );
  const teamCount = new Set(rows.map((row) => row.teamId)).size;
  const place = found?.fullName ?? unitNameOf(context.identity.unitId);
  const shown =
    profile === 'public' ? rows.map((row) => ({ ...row, phone: row.phone === null ? null : maskPhone(row.phone) })) : rows;
  const body = `${tableOf(shown, profile)}
<p class="closing">Danh sách này có ${formatCount(rows.length)} người thuộc ${formatCount(teamCount)} tổ hòa giải./.</p>`;
  return {
    title: 'Danh sách hòa giải viên',
    landscape: true,
    pageNumbers: true,
    fileName: `danh-sach-hoa-giai-vien-${(found?.id ?? context.identity.officeId).replace('@', '_')}.pdf`,
    html: renderPage({
      settings: readPaperSettings(context),
      today: context.today,
      title: 'Danh sách hòa giải viên ở cơ sở',
      subject: place,
      body,
      recipients: ['Ủy ban nhân dân các xã, phường, thị trấn'],
      landscape: true,
      numbered: null,
    }),
  };
};
