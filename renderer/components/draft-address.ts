/** Where the form of a draft stands. Forms keep theirs under kind and id, rows of a table under what they belong to. */
export const addressOfDraft = (form: string): string | undefined => {
  const [kind = '', what = '', of] = form.split(' ');
  if (what === '' && kind !== 'grid') return undefined;
  switch (kind) {
    case 'mediator':
      if (what === 'entry') return `/teams/${of ?? ''}`;
      return of === undefined ? `/mediators/${what}` : `/mediators/new/${of}`;
    case 'grid':
      if (what === 'participant') return `/sessions/${of ?? ''}/grid`;
      if (what === 'residential-unit') return '/records/residential-unit/grid';
      return what === '' ? '/mediators/grid' : `/mediators/grid/${what}`;
    case 'speaker':
    case 'funding':
      return `/sessions/${of ?? ''}/programme`;
    case 'team':
      return `/teams/${what}`;
    case 'session':
      return `/sessions/${what}`;
    case 'nomination':
      return `/nominations/${what}`;
    case 'person':
      return `/people/${what}`;
    default:
      return `/records/${kind}/${what}`;
  }
};

/** Kind whose name tells what a draft is about. */
export const kindOfDraft = (form: string): string => {
  const [kind = '', what = ''] = form.split(' ');
  if (kind === 'grid' && (what === 'participant' || what === 'residential-unit')) return what;
  return { grid: 'mediator', speaker: 'session-speaker', funding: 'funding-line' }[kind] ?? kind;
};

/** What was being done: rows typed in a grid, a row under a table, a new record, a change of one. */
export const wayOfDraft = (form: string): 'grid' | 'row' | 'fresh' | 'change' => {
  const [kind = '', what = ''] = form.split(' ');
  if (kind === 'grid') return 'grid';
  if (what === 'entry' || kind === 'speaker' || kind === 'funding') return 'row';
  return what === 'new' ? 'fresh' : 'change';
};
