/** A record that something on the screen shows. */
export type ShownRecord = { readonly kind: string; readonly id: string };

/** Records as one word each, for the mark `data-records` of what shows them; what is not known yet is left out. */
export const recordsText = (...records: readonly { readonly kind: string; readonly id: string | null }[]): string =>
  records.flatMap(({ kind, id }) => (id === null ? [] : [`${kind}:${id}`])).join(' ');

export const readRecords = (text: string): readonly ShownRecord[] =>
  text.split(' ').flatMap((word) => {
    const [kind, id] = word.split(':');
    return kind === undefined || id === undefined || kind === '' ? [] : [{ kind, id }];
  });
