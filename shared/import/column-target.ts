/** What can be imported from a spreadsheet. A mediator is person, membership and, where needed, team in one row. */
export const importKinds = ['mediator', 'person', 'team', 'trainer', 'residential-unit'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What a column may hold. Names of fields where a field takes the value as it is; the rest is read together with others. */
export const columnTargets = [
  'index',
  'fullName',
  'familyName',
  'givenName',
  'sex',
  'mark:sex=male',
  'mark:sex=female',
  'birthDate',
  'birthDate:male',
  'birthDate:female',
  'ethnicGroup',
  'mark:ethnicGroup=01',
  'citizenId',
  'phone',
  'generalEducation',
  'professionalLevel',
  'mark:professionalLevel=law',
  'mark:professionalLevel=other',
  'mark:professionalLevel=none',
  'lawDegree',
  'occupation',
  'position',
  'organisation',
  'backgrounds',
  'note',
  'role',
  'mark:role=leader',
  'mark:role=deputy',
  'teamName',
  'residentialUnit',
  'commune',
  'electedOn',
  'electionMethod',
  'voterCount',
  'votesFor',
  'recognizedOn',
  'decisionNumber',
  'decisionDate',
  'decisionIssuer',
  'decisionSigner',
  'ceasedOn',
  'ceaseReason',
  'pool',
  'source',
  'agency',
  'qualification',
  'fieldOfLaw',
  'appointedOn',
  'endedOn',
  'endReason',
  'methodTrainingYear',
  'establishedOn',
  'fixedMemberCount',
  'dissolvedOn',
  'unitKind',
  'householdCount',
  'minorityArea',
  'validFrom',
  'validTo',
] as const;
export type ColumnTarget = (typeof columnTargets)[number];

const personTargets: readonly ColumnTarget[] = [
  'index',
  'fullName',
  'familyName',
  'givenName',
  'sex',
  'mark:sex=male',
  'mark:sex=female',
  'birthDate',
  'birthDate:male',
  'birthDate:female',
  'ethnicGroup',
  'mark:ethnicGroup=01',
  'citizenId',
  'phone',
  'generalEducation',
  'professionalLevel',
  'mark:professionalLevel=law',
  'mark:professionalLevel=other',
  'mark:professionalLevel=none',
  'lawDegree',
  'occupation',
  'position',
  'organisation',
  'backgrounds',
  'note',
  'residentialUnit',
  'commune',
];
const decisionTargets: readonly ColumnTarget[] = ['decisionNumber', 'decisionDate', 'decisionIssuer', 'decisionSigner'];

const targetsByKind: Readonly<Record<ImportKind, readonly ColumnTarget[]>> = {
  person: personTargets,
  mediator: [
    ...personTargets,
    ...decisionTargets,
    'role',
    'mark:role=leader',
    'mark:role=deputy',
    'teamName',
    'electedOn',
    'electionMethod',
    'voterCount',
    'votesFor',
    'recognizedOn',
    'ceasedOn',
    'ceaseReason',
  ],
  trainer: [
    ...personTargets,
    ...decisionTargets,
    'pool',
    'source',
    'agency',
    'qualification',
    'fieldOfLaw',
    'appointedOn',
    'endedOn',
    'endReason',
    'methodTrainingYear',
  ],
  team: [
    'index',
    'teamName',
    'residentialUnit',
    'commune',
    'establishedOn',
    'fixedMemberCount',
    'dissolvedOn',
    'note',
    ...decisionTargets,
  ],
  'residential-unit': [
    'index',
    'residentialUnit',
    'unitKind',
    'commune',
    'householdCount',
    'minorityArea',
    'validFrom',
    'validTo',
  ],
};

/** The targets that make sense for a kind, in the order of a form. */
export const targetsOf = (kind: ImportKind): readonly ColumnTarget[] => targetsByKind[kind];

/** The field and value that a cross in a column of marks stands for; absent for other columns. */
export const markOf = (target: ColumnTarget): { readonly field: string; readonly value: string } | undefined => {
  const parts = /^mark:(\w+)=(.+)$/.exec(target);
  return parts ? { field: parts[1] ?? '', value: parts[2] ?? '' } : undefined;
};

/** Columns in which an empty cell below a filled one means "as above": people write a village's name once. */
export const isSticky = (target: ColumnTarget): boolean =>
  target === 'teamName' || target === 'residentialUnit' || target === 'commune' || decisionTargets.includes(target);

const targetsByField: Readonly<Record<string, string>> = {
  communeId: 'commune',
  teamId: 'teamName',
  residentialUnitId: 'residentialUnit',
  decisionId: 'decisionNumber',
};

/** The target of a text typed for a field: places and decisions are typed by their names. */
export const targetOfField = (field: string): string => targetsByField[field] ?? field;
