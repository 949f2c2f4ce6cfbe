import type { CellStyle } from './written-sheet.ts';
import { writeXmlText } from './xml-text.ts';

/** Collects the looks of a workbook and gives each the number by which cells name it. */
export type StyleSheet = {
  /** `quoted`: the cell is marked as text that somebody typed with an apostrophe in front, so that editing it makes no formula. */
  readonly numberOf: (style: CellStyle, quoted: boolean) => number;
  readonly xml: () => string;
};

const fontXml = (style: CellStyle): string =>
  `<font>${style.bold === true ? '<b/>' : ''}${style.italic === true ? '<i/>' : ''}<sz val="${style.size ?? 12}"/>${
    style.colour === undefined ? '' : `<color rgb="FF${style.colour}"/>`
  }<name val="${writeXmlText(style.font ?? 'Times New Roman')}"/><family val="1"/></font>`;

const fillXml = (style: CellStyle): string =>
  style.fill === undefined
    ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid"><fgColor rgb="FF${style.fill}"/><bgColor indexed="64"/></patternFill></fill>`;

const borderXml = (style: CellStyle): string =>
  style.border === true
    ? `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join('')}<diagonal/></border>`
    : '<border><left/><right/><top/><bottom/><diagonal/></border>';

const interned = (first: readonly string[]) => {
  const all = new Map(first.map((xml, index) => [xml, index]));
  return {
    numberOf: (xml: string): number => {
      const known = all.get(xml);
      if (known !== undefined) return known;
      all.set(xml, all.size);
      return all.size - 1;
    },
    list: (): readonly string[] => [...all.keys()],
  };
};

const firstOwnFormat = 164;

export const createStyleSheet = (): StyleSheet => {
  const fonts = interned([fontXml({})]);
  const fills = interned([fillXml({}), '<fill><patternFill patternType="gray125"/></fill>']);
  const borders = interned([borderXml({})]);
  const formats = interned([]);
  const looks = interned(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  const numbers = new Map<string, number>();
  const add = (style: CellStyle, quoted: boolean): number => {
    const format = style.format === undefined ? 0 : firstOwnFormat + formats.numberOf(writeXmlText(style.format));
    const alignment = `<alignment${style.align === undefined ? '' : ` horizontal="${style.align}"`} vertical="center"${style.wrap === true ? ' wrapText="1"' : ''}/>`;
    return looks.numberOf(
      `<xf numFmtId="${format}" fontId="${fonts.numberOf(fontXml(style))}" fillId="${fills.numberOf(fillXml(style))}" borderId="${borders.numberOf(borderXml(style))}" xfId="0"${quoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`,
    );
  };
  const part = (name: string, items: readonly string[]): string => `<${name} count="${items.length}">${items.join('')}</${name}>`;
  return {
    numberOf: (style, quoted) => {
      const key = JSON.stringify([style, quoted]);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const made = add(style, quoted);
      numbers.set(key, made);
      return made;
    },
    xml: () => {
      const formatXml = formats
        .list()
        .map((code, index) => `<numFmt numFmtId="${firstOwnFormat + index}" formatCode="${code}"/>`);
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${formatXml.length === 0 ? '' : part('numFmts', formatXml)}${part('fonts', fonts.list())}${part('fills', fills.list())}${part('borders', borders.list())}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${part('cellXfs', looks.list())}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
    },
  };
};
