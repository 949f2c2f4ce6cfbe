import { listNominations, listNominationYears, listPapers, type NominationRow } from '#db/queries/nomination.ts';
import { findProjected } from '#db/queries/projection.ts';
import {
  awardForms,
  awardLevels,
  awardSubjects,
  dossierItemKinds,
  labelOf,
  nominationStages,
} from '#shared/catalogue/code-lists.ts';
import type { deskMethods, NominationRow as NominationView } from '#shared/contract/desk-methods.ts';
import type { CodeEntry } from '#shared/domain/field.ts';
import { nextStages } from '#shared/domain/nomination.ts';
import { nameSortKey } from '#shared/text/sort-key.ts';
import { arrangeRows, type MemoryColumns } from '#engine/arrange.ts';
import { unitNameOf } from '#engine/communes.ts';
import type { Handler, HandlersOf } from '#engine/context.ts';
import { derivedId } from '#engine/derived-id.ts';
import { failure } from '#engine/failure.ts';
import { listFindings, withMessage } from '#engine/findings.ts';
import { getView } from '#engine/record-view.ts';

const yearText = (row: NominationRow): string => (row.year === null ? '' : String(row.year));

const viewOf = ({ personId: _personId, teamId: _teamId, communeId, ...row }: NominationRow): NominationView => ({
  ...row,
  communeName: unitNameOf(communeId),
});

const place = (codes: readonly CodeEntry[], code: string | null): number | null =>
  code === null ? null : codes.findIndex((entry) => entry.code === code);

const nominationColumns: MemoryColumns<NominationRow> = {
  texts: {
    team: (row) => row.teamName,
    commune: (row) => unitNameOf(row.communeId),
    office: (row) => unitNameOf(row.officeId),
    decision: (row) => row.decisionNumber,
  },
  keys: {
    subject: (row) => nameSortKey(row.subjectName),
    kind: (row) => place(awardSubjects, row.subjectKind),
    year: (row) => row.year,
    level: (row) => place(awardLevels, row.level),
    form: (row) => place(awardForms, row.form),
    stage: (row) => place(nominationStages, row.stage),
    papers: (row) => row.paperCount,
    votes: (row) => row.councilVotesFor,
    decided: (row) => row.decidedOn,
  },
  groups: {
    year: { key: (row) => yearText(row), label: yearText, descending: true },
    stage: { key: (row) => row.stage, label: (row) => labelOf(nominationStages, row.stage ?? '') },
    commune: { key: (row) => row.communeId, label: (row) => unitNameOf(row.communeId) },
    office: { key: (row) => row.officeId, label: (row) => unitNameOf(row.officeId) },
  },
};

const list: Handler<'nomination.list'> = ({ database }, { limit, offset, sort, groupBy, ...filter }) => {
  const rows = listNominations(database, filter);
  const page = arrangeRows(rows, nominationColumns, { limit, offset, sort, groupBy });
  return {
    ...page,
    rows: page.rows.map(viewOf),
    years: [...listNominationYears(database)],
  };
};

const isSameSubject = (a: NominationRow, b: NominationRow): boolean =>
  (a.personId !== null && a.personId === b.personId) ||
  (a.teamId !== null && a.teamId === b.teamId) ||
  (a.subjectKind === 'organisation' && b.subjectKind === 'organisation' && a.subjectName === b.subjectName);

/** Fails with `record-not-found`. */
const get: Handler<'nomination.get'> = (context, { id }) => {
  const { database } = context;
  const record = getView(database, 'nomination', id);
  const all = listNominations(database, { officeId: record.officeId });
  const own = all.find((row) => row.id === id);
  const papers = new Map(listPapers(database, id).map((paper) => [paper.item, paper]));
  return {
    record,
    subjectName: own?.subjectName ?? record.title,
    papers: dossierItemKinds.map(({ code }) => ({
      id: papers.get(code)?.id ?? null,
      item: code,
      present: papers.get(code)?.present ?? false,
      note: papers.get(code)?.note ?? null,
    })),
    nextStages: [...(nextStages[String(record.values.stage)] ?? [])],
    others: own === undefined ? [] : all.filter((row) => row.id !== id && isSameSubject(row, own)).map(viewOf),
    findings: listFindings(context, record.officeId)
      .filter((finding) => finding.kind === 'nomination' && finding.id === id)
      .map(withMessage),
  };
};

/** Fails with `record-not-found` or `record-not-owned` for the nomination, `usage-wrong` for an unknown paper. */
const markPaper: Handler<'nomination.markPaper'> = ({ database, identity, records }, { nominationId, item, present, note }) => {
  const nomination = findProjected(database, 'nomination', nominationId);
  if (!nomination) throw failure('record-not-found', { kind: 'nomination' });
  if (nomination.officeId !== identity.officeId) throw failure('record-not-owned', { kind: 'nomination' });
  if (!dossierItemKinds.some((entry) => entry.code === item)) throw failure('usage-wrong', { reason: item });
  const id =
    listPapers(database, nominationId).find((paper) => paper.item === item)?.id ?? derivedId('dossier-item', nominationId, item);
  const values = { nominationId, item, present, ...(note === undefined ? {} : { note }) };
  return { changed: records.write({ kind: 'dossier-item', id, values }) !== null };
};

type Methods = Extract<keyof typeof deskMethods, `nomination.${string}`>;

export const nominationHandlers: HandlersOf<Methods> = {
  'nomination.list': list,
  'nomination.get': get,
  'nomination.markPaper': markPaper,
};
