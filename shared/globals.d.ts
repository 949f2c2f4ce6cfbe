/** The one global that `shared/` uses and that exists wherever it runs, though not in the language's own library. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
