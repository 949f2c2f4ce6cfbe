import { builtInFormat } from './number-format.ts';
import { readXml } from './xml-reader.ts';

export type CellLook = { readonly font: string | null; readonly format: string | null };

type Found = {
  readonly fonts: (string | null)[];
  readonly formats: Map<number, string>;
  readonly looks: (readonly [font: number, format: number])[];
};

const looksOf = ({ fonts, formats, looks }: Found): readonly CellLook[] =>
  looks.map(([font, format]) => ({ font: fonts[font] ?? null, format: formats.get(format) ?? builtInFormat(format) }));

/** Font and number format of each look that cells name by number. */
export const readStyles = (bytes: Buffer): readonly CellLook[] => {
  const found: Found = { fonts: [], formats: new Map(), looks: [] };
  const path: string[] = [];
  readXml(bytes, {
    open: (name, attributes) => {
      const parent = path.at(-1);
      path.push(name);
      if (name === 'font' && parent === 'fonts') found.fonts.push(null);
      if (name === 'name' && parent === 'font' && path.at(-3) === 'fonts')
        found.fonts[found.fonts.length - 1] = attributes.val ?? null;
      if (name === 'numFmt' && parent === 'numFmts') found.formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'xf' && parent === 'cellXfs')
        found.looks.push([Number(attributes.fontId ?? 0), Number(attributes.numFmtId ?? 0)]);
    },
    close: () => {
      path.pop();
    },
  });
  return looksOf(found);
};
