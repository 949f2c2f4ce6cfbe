const snakes = new Map<string, string>();

/** Asked for every field of every row, so each name is worked out once. */
const snake = (name: string): string => {
  const known = snakes.get(name);
  if (known !== undefined) return known;
  const made = name.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  snakes.set(name, made);
  return made;
};

/** Name of a kind's table. */
export const tableOf = (kind: string): string => snake(kind);
/** Name of a field's column. */
export const columnOf = (field: string): string => snake(field);
