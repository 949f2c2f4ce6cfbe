import { listWords } from '#shared/text/list-words.vi.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import { unitNameOf } from '#engine/communes.ts';
import { currentFindings } from '#engine/finding-answers.ts';
import { onePaper, orderColumn, type Row } from './document.ts';
import { placeOf } from './place.ts';
import type { BuildReport } from './report.ts';

const words = listWords.findings;

/** Findings of the rules with article and the way to set them right, by commune; questions that were answered are left out. */
export const buildFindingsList: BuildReport = (context, { unit }) => {
  const place = placeOf(context, unit);
  const communes = place.communeIds === undefined ? undefined : new Set(place.communeIds);
  const rows = currentFindings(context)
    .filter((one) => one.answerId === null)
    .filter((one) => communes === undefined || (one.unitId !== null && communes.has(one.unitId)))
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
          { title: paperWords.place, width: 15 },
          { title: words.subject, width: 20 },
          { title: words.content, width: 29 },
          { title: words.article, width: 13 },
          { title: words.fix, width: 23 },
        ],
        rows: rows.map((row, index): Row => ({
          kind: 'row',
          cells: [index + 1, unitNameOf(row.unitId), row.title, row.message, row.article, row.fix],
        })),
      },
      { kind: 'closing', text: words.closing(rows.length) },
    ],
    recipients: [paperWords.communes],
    landscape: true,
    numbered: null,
  });
};
