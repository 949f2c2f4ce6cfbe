/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

const writeObject = (value: { readonly [key: string]: Json | undefined }): string => {
  if (Object.hasOwn(value, '__proto__')) throw new TypeError('key that is none');
  return `{${Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`)
    .join(',')}}`;
};

/**
 * The canonical JSON text of a value (RFC 8785): keys sorted by UTF-16 code units, no spaces, ECMAScript numbers and
 * escapes. Lone surrogates, numbers that JSON cannot hold and the key `__proto__`, which schemas would pass over, are refused with a TypeError.
 */
export const canonicalJson = (value: Json): string => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('number outside JSON');
  if (typeof value === 'string' && !value.isWellFormed()) throw new TypeError('lone surrogate');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
  return writeObject(value as { readonly [key: string]: Json | undefined });
};
