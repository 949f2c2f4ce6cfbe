import { checkedText, readLimits, tooLarge } from './read-limits.ts';
import type { TextRun } from './read-sheet.ts';
import { readXml, type XmlAttributes } from './xml-reader.ts';
import { readXmlText } from './xml-text.ts';

/** A text with the fonts of its parts; `null` means the cell's own font. */
export type RichText = { readonly text: string; readonly runs: readonly TextRun[] };

/** Puts together a text from the elements of `si` or `is`; signs for pronunciation are left out. */
export type RichTextBuilder = {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
  readonly take: () => RichText;
};

export const createRichText = (): RichTextBuilder => {
  let runs: TextRun[] = [];
  let font: string | null = null;
  let inText = false;
  let silent = 0;
  let piece = '';
  return {
    open: (name, attributes) => {
      if (name === 'rPh') silent += 1;
      if (name === 'r') font = null;
      if (name === 'rFont') font = attributes.val ?? null;
      if (name === 't') {
        inText = true;
        piece = '';
      }
    },
    text: (text) => {
      if (inText && silent === 0) piece += text;
    },
    close: (name) => {
      if (name === 'rPh') silent -= 1;
      if (name !== 't') return;
      inText = false;
      if (silent === 0 && piece !== '') runs.push({ text: readXmlText(piece), font });
    },
    take: () => {
      const text = checkedText(runs.map((run) => run.text).join(''));
      const taken = { text, runs };
      runs = [];
      font = null;
      return taken;
    },
  };
};

/** The texts that cells name by number. */
export const readSharedStrings = (bytes: Buffer): readonly RichText[] => {
  const strings: RichText[] = [];
  const builder = createRichText();
  readXml(bytes, {
    open: builder.open,
    text: builder.text,
    close: (name) => {
      builder.close(name);
      if (name !== 'si') return;
      if (strings.length >= readLimits.strings) throw tooLarge('cells');
      strings.push(builder.take());
    },
  });
  return strings;
};
