/** What the plain lists show and ask of a kind. A new kind of that sort is a line here and one in the navigation. */
export type ListKind = {
  /** Fields beside the title that are columns of the list. */
  readonly columns: readonly string[];
  /** CSS grid widths of columns that need more or less than others; `title` is the first. */
  readonly widths?: Readonly<Record<string, string>>;
  /** Fields of the form in the order of typing. */
  readonly names: readonly string[];
  /** Fields that keep their value in the next new record. */
  readonly sticky: readonly string[];
};

export const listKinds: Readonly<Record<string, ListKind>> = {
  'residential-unit': {
    columns: ['kind', 'communeId', 'householdCount', 'minorityArea', 'validTo'],
    widths: { kind: '130px', communeId: 'minmax(150px, 1fr)', householdCount: '80px', minorityArea: '262px', validTo: '112px' },
    names: ['name', 'kind', 'communeId', 'householdCount', 'minorityArea', 'validFrom', 'validTo', 'predecessorIds'],
    sticky: ['kind', 'communeId'],
  },
  decision: {
    columns: ['decidedOn', 'kind', 'issuer', 'communeId'],
    widths: { title: 'minmax(140px, 1fr)', decidedOn: '132px', kind: 'minmax(196px, 1.4fr)', issuer: 'minmax(220px, 2fr)' },
    names: ['number', 'decidedOn', 'kind', 'issuer', 'signer', 'signerTitle', 'communeId', 'subject'],
    sticky: ['decidedOn', 'kind', 'issuer', 'signer', 'signerTitle', 'communeId'],
  },
  trainer: {
    columns: ['source', 'position', 'agency', 'appointedOn', 'methodTrainingYear', 'endedOn'],
    names: [
      'personId',
      'pool',
      'source',
      'position',
      'agency',
      'qualification',
      'fieldOfLaw',
      'decisionId',
      'appointedOn',
      'methodTrainingYear',
      'endedOn',
      'endReason',
    ],
    sticky: ['pool', 'decisionId', 'appointedOn'],
  },
};
