import type { Paper } from '#shared/contract/report-methods.ts';
import { findUnit } from '#shared/catalogue/units.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { communeIdsOf, unitNameOf } from '#engine/communes.ts';
import type { QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { listFindings, withMessage } from '#engine/findings.ts';
import { readPaperSettings } from '#engine/paper-settings.ts';
import { escape, renderPage } from './layout.ts';

/** Findings of the rules with article, by commune. */
export const buildFindingsList = (context: QueryContext, unit: string | undefined): Paper => {
  const found = unit === undefined ? undefined : findUnit(unit, context.identity.asOf);
  if (unit !== undefined && !found) throw failure('unit-not-found', { unit, day: context.identity.asOf });
  const communes = unit === undefined ? undefined : new Set(communeIdsOf(context, unit));
  const rows = listFindings(context, undefined)
    .filter((one) => communes === undefined || (one.unitId !== null && communes.has(one.unitId)))
    .map(withMessage)
    .sort((a, b) => unitNameOf(a.unitId).localeCompare(unitNameOf(b.unitId), 'vi') || a.title.localeCompare(b.title, 'vi'));
  const cells = rows.map(
    (row, index) =>
      `<tr><td class="number-cell">${index + 1}</td><td>${escape(unitNameOf(row.unitId))}</td><td>${escape(row.title)}</td><td>${escape(row.message)}</td><td>${escape(row.article ?? '')}</td></tr>`,
  );
  const head =
    '<tr><th style="width:5%">STT</th><th style="width:18%">Xã, phường, thị trấn</th><th style="width:24%">Đối tượng</th><th>Nội dung</th><th style="width:16%">Căn cứ</th></tr>';
  return {
    title: 'Danh sách nội dung cần rà soát',
    landscape: true,
    pageNumbers: true,
    fileName: `ra-soat-${(found?.id ?? context.identity.officeId).replace('@', '_')}.pdf`,
    html: renderPage({
      settings: readPaperSettings(context),
      today: context.today,
      title: 'Nội dung cần rà soát, kiện toàn',
      subject: found?.fullName ?? unitNameOf(context.identity.unitId),
      body: `<table><thead>${head}</thead><tbody>${cells.join('')}</tbody></table><p class="closing">Danh sách này có ${formatCount(rows.length)} nội dung./.</p>`,
      recipients: ['Ủy ban nhân dân các xã, phường, thị trấn'],
      landscape: true,
      numbered: null,
    }),
  };
};
