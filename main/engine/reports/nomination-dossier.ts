import { listNominations, listPapers } from '#db/queries/nomination.ts';
import { findProjected } from '#db/queries/projection.ts';
import {
  awardBases,
  awardForms,
  awardLevels,
  awardSubjects,
  dossierItemKinds,
  labelOf,
  nominationStages,
} from '#shared/catalogue/code-lists.ts';
import { formatDate } from '#shared/domain/date.ts';
import { awardPaperWords } from '#shared/text/award-paper-words.vi.ts';
import { listWords } from '#shared/text/list-words.vi.ts';
import { paperWords } from '#shared/text/paper-words.vi.ts';
import { unitNameOf } from '#engine/communes.ts';
import type { QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { onePaper, orderColumn, type Block, type Row } from './document.ts';
import type { BuildReport } from './report.ts';

const words = awardPaperWords.dossier;

/** Fails with `usage-wrong` without a nomination, `record-not-found` or `record-removed`. */
const getNomination = ({ database }: QueryContext, id: string | undefined) => {
  if (id === undefined) throw failure('usage-wrong', { reason: '--subject nomination' });
  const record = findProjected(database, 'nomination', id);
  if (!record) throw failure('record-not-found', { kind: 'nomination' });
  const row = listNominations(database, { officeId: record.officeId }).find((one) => one.id === id);
  if (!row) throw failure('record-removed', { kind: 'nomination' });
  return row;
};

/** Check list of one nomination: who, what for, and which papers are there. */
export const buildNominationDossier: BuildReport = (context, { subject }) => {
  const row = getNomination(context, subject);
  const papers = new Map(listPapers(context.database, row.id).map((paper) => [paper.item, paper]));
  const label = (list: Parameters<typeof labelOf>[0], code: string | null): string => (code === null ? '' : labelOf(list, code));
  const facts: readonly (readonly [label: string, value: string])[] = [
    [words.facts.subject, row.subjectName],
    [words.facts.kind, label(awardSubjects, row.subjectKind)],
    [words.facts.place, [row.teamName, unitNameOf(row.communeId)].filter(Boolean).join(', ')],
    [words.facts.form, label(awardForms, row.form)],
    [words.facts.level, label(awardLevels, row.level)],
    [words.facts.basis, label(awardBases, row.basis)],
    [words.facts.year, row.year === null ? '' : String(row.year)],
    [words.facts.stage, label(nominationStages, row.stage)],
    [
      words.facts.council,
      row.councilVotesFor === null || row.councilMemberCount === null
        ? ''
        : awardPaperWords.list.voteCount(row.councilVotesFor, row.councilMemberCount),
    ],
    [
      words.facts.decision,
      row.decisionNumber === null
        ? ''
        : listWords.decision(row.decisionNumber, row.decidedOn === null ? '' : formatDate(row.decidedOn)),
    ],
    [words.facts.achievements, row.achievements ?? ''],
  ];
  const checked = dossierItemKinds.map(({ code, label: name }, index): Row => {
    const paper = papers.get(code);
    return {
      kind: 'row',
      cells: [index + 1, name, paper?.present === true ? words.there : words.missing, paper?.note ?? null],
    };
  });
  const present = dossierItemKinds.filter(({ code }) => papers.get(code)?.present === true).length;
  const blocks: readonly Block[] = [
    { kind: 'facts', rows: facts.filter(([, value]) => value !== '') },
    { kind: 'line', text: '' },
    {
      kind: 'table',
      name: words.sheet,
      columns: [
        orderColumn(paperWords.order, 0, true),
        { title: words.paper, width: 40 },
        { title: words.state, width: 20, align: 'center' },
        { title: listWords.note, width: 35 },
      ],
      rows: checked,
    },
    { kind: 'closing', text: words.closing(present, dossierItemKinds.length) },
  ];
  return onePaper(`ho-so-khen-thuong-${row.year ?? ''}-${row.id.slice(0, 8)}`, {
    title: words.title,
    subject: row.year === null ? '' : awardPaperWords.list.subject(row.year),
    blocks,
    recipients: [],
    leftSigner: { title: words.checker, note: paperWords.signAndName },
    landscape: false,
    numbered: null,
  });
};
