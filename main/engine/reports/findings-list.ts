import { listWords } from '#shared/text/list-words.vi.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import { unitNameOf } from '#engine/communes.ts';
import { listFindings, withMessage } from '#engine/findings.ts';
import { onePaper, orderColumn, type Row } from './document.ts';
import { placeOf } from './place.ts';
import type { BuildReport } from './report.ts';

const words = listWords.findings;

/** Findings of the rules with article, by commune. */
export const buildFindingsList: BuildReport = (context, { unit }) => {
  const place = placeOf(context, unit);
  const communes = place.communeIds === undefined ? undefined : new Set(place.communeIds);
  const rows = listFindings(context, undefined)
    .filter((one) => communes === undefined || (one.unitId !== null && communes.has(one.unitId)))
    .map(withMessage)
    .sort((a, b) => unitNameOf(a.unitId).localeCompare(unitNameOf(b.unitId), 'vi') || a.title.localeCompare(b.title, 'vi'));
  return onePaper(`ra-soat-${place.id}`, {
    title: words.title,
    subject: place.name,
    blocks: [
      {
        kind: 'table',
        name: words.sheet,
        columns: [
          orderColumn(paperWords.order, rows.length),
          { title: paperWords.place, width: 18 },
          { title: words.subject, width: 24 },
          { title: words.content, width: 37 },
          { title: words.article, width: 16 },
        ],
        rows: rows.map((row, index): Row => ({
          kind: 'row',
          cells: [index + 1, unitNameOf(row.unitId), row.title, row.message, row.article],
        })),
      },
      { kind: 'closing', text: words.closing(rows.length) },
    ],
    recipients: [paperWords.communes],
    landscape: true,
    numbered: null,
  });
};
