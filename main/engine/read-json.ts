import { canonicalJson, type Json } from '#shared/exchange/canonical.ts';

/** Deepest nesting of arrays and objects in anything of format 1. */
export const nestingLimit = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text of a file that is UTF-8 without a mistake; `undefined` for any other. */
export const readText = (bytes: Uint8Array): string | undefined => {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
};

const [quote, backslash, openArray, openObject, closeArray, closeObject] = [0x22, 0x5c, 0x5b, 0x7b, 0x5d, 0x7d];

/** Looked at before anything is parsed: a few bytes of brackets must not become a tree that fills the memory or the stack. */
const isShallow = (text: string): boolean => {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === backslash) at += 1;
      else if (code === quote) inText = false;
    } else if (code === quote) inText = true;
    else if (code === openArray || code === openObject) {
      depth += 1;
      if (depth > nestingLimit) return false;
    } else if (code === closeArray || code === closeObject) depth -= 1;
  }
  return true;
};

/**
 * Reads JSON text that is its own canonical form (RFC 8785): so no key stands twice, no number lies outside JSON, no character is half.
 * `undefined` for any other text.
 */
export const readCanonicalText = (text: string): { readonly value: unknown } | undefined => {
  if (!isShallow(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return canonicalJson(value as Json) === text ? { value } : undefined;
  } catch {
    return undefined;
  }
};

/** The same for the bytes of a file. */
export const readCanonical = (bytes: Uint8Array): { readonly value: unknown } | undefined => {
  const text = readText(bytes);
  return text === undefined ? undefined : readCanonicalText(text);
};
