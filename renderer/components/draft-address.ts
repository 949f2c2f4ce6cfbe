/** Where the form of a draft stands. Forms keep theirs under kind and id, rows of a table under what they belong to. */
export const addressOfDraft = (form: string): string | undefined => {
  const [kind = '', what = '', of] = form.split(' ');
  if (what === '' && kind !== 'grid') return undefined;
  switch (kind) {
    case 'mediator':
      if (what === 'entry') return `/teams/${of ?? ''}`;
      return of === undefined ? `/mediators/${what}` : `/mediators/new/${of}`;
    case 'grid':
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
  const [kind = ''] = form.split(' ');
  return { grid: 'mediator', speaker: 'session-speaker', funding: 'funding-line' }[kind] ?? kind;
};
