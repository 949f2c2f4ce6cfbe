import {
  awardBases,
  awardForms,
  awardLevels,
  awardSubjects,
  dossierItemKinds,
  labelOf,
  nominationStages,
} from '#shared/catalogue/code-lists.ts';
import { boolean, code, date, integer, paragraph, reference, text } from './field.ts';
import { describeKind, type Issue, type RecordValues, type ValuesOf } from './record.ts';

/** Where a nomination may go from each stage. */
export const nextStages: Readonly<Record<string, readonly string[]>> = {
  draft: ['proposed', 'withdrawn'],
  proposed: ['draft', 'examined', 'refused', 'withdrawn'],
  examined: ['proposed', 'submitted', 'refused', 'withdrawn'],
  submitted: ['examined', 'awarded', 'refused', 'withdrawn'],
  awarded: [],
  refused: ['draft'],
  withdrawn: ['draft'],
};

/** Whether a nomination may go from one stage to another; staying is always allowed. */
export const isStageChangeAllowed = (from: string, to: string): boolean => from === to || (nextStages[from] ?? []).includes(to);

const subjectFields: Readonly<Record<string, string>> = {
  mediator: 'personId',
  person: 'personId',
  team: 'teamId',
  organisation: 'organisationName',
};

const checkSubject = (values: RecordValues): readonly Issue[] => {
  const needed = subjectFields[String(values.subjectKind)];
  return needed !== undefined && values[needed] == null
    ? [{ code: 'nomination-subject-missing', field: needed, severity: 'error' }]
    : [];
};

const checkStage = (values: RecordValues): readonly Issue[] => {
  if (values.stage === 'awarded' && (values.decisionNumber == null || values.decidedOn == null))
    return [{ code: 'award-decision-missing', field: 'decisionNumber', severity: 'error' }];
  if (values.stage === 'refused' && values.refusalReason == null)
    return [{ code: 'refusal-reason-missing', field: 'refusalReason', severity: 'error' }];
  return [];
};

const checkCouncil = (values: RecordValues): readonly Issue[] => {
  const { councilVotesFor, councilMemberCount } = values;
  return typeof councilVotesFor === 'number' && typeof councilMemberCount === 'number' && councilVotesFor > councilMemberCount
    ? [{ code: 'votes-above-voters', field: 'councilVotesFor', severity: 'error' }]
    : [];
};

/** A nomination for an award, from draft to decision. */
export const nomination = describeKind({
  kind: 'nomination',
  fields: {
    subjectKind: code(awardSubjects, { required: true, example: 'mediator' }),
    personId: reference('person', { example: '0190a000-0000-7000-8000-000000000003' }),
    teamId: reference('team', { example: '0190a000-0000-7000-8000-000000000004' }),
    organisationName: text({ max: 200, searched: true, example: 'Hội Luật gia huyện Krông Pắc' }),
    level: code(awardLevels, { required: true, example: 'district' }),
    form: code(awardForms, { required: true, example: 'merit-certificate-local' }),
    basis: code(awardBases, { required: true, example: 'regular' }),
    year: integer({ required: true, max: 2200, example: 2019 }),
    achievements: paragraph({ example: 'Hòa giải thành 12/13 vụ việc trong năm' }),
    councilVotesFor: integer({ max: 100, example: 7 }),
    councilMemberCount: integer({ max: 100, example: 7 }),
    stage: code(nominationStages, { required: true, example: 'draft' }),
    decisionNumber: text({ max: 60, searched: true, example: '1200/QĐ-UBND' }),
    decidedOn: date({ example: '2019-12-20' }),
    refusalReason: text({ max: 500, example: 'Chưa đủ hồ sơ' }),
  },
  check: (values) => [...checkSubject(values), ...checkStage(values), ...checkCouncil(values)],
  title: (values) => values.organisationName ?? String(values.year ?? ''),
});
export type AwardNomination = ValuesOf<typeof nomination>;

/** One paper of a nomination's dossier. */
export const dossierItem = describeKind({
  kind: 'dossier-item',
  fields: {
    nominationId: reference('nomination', { required: true, example: '0190a000-0000-7000-8000-000000000009' }),
    item: code(dossierItemKinds, { required: true, example: 'achievement-report' }),
    present: boolean({ required: true, example: true }),
    note: text({ max: 300, example: 'Bản chính' }),
  },
  title: ({ item }) => (item == null ? '' : labelOf(dossierItemKinds, item)),
});
export type DossierItem = ValuesOf<typeof dossierItem>;
