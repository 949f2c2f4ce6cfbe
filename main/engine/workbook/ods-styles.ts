import { readXml, type XmlAttributes } from './xml-reader.ts';

/** Fonts and number formats that cells and texts name by style. */
export type OdsStyles = {
  readonly fontOf: (family: 'table-cell' | 'text', style: string | undefined) => string | null;
  readonly formatOf: (style: string | undefined) => string | null;
  /** Whether tables of a style are hidden. */
  readonly isHiddenTable: (style: string | undefined) => boolean;
  readonly read: (bytes: Buffer) => void;
};

type Style = {
  readonly parent: string | undefined;
  readonly data: string | undefined;
  font: string | undefined;
  isHidden: boolean;
};

const dataStyles: Readonly<Record<string, string>> = { 'number-style': '', 'date-style': 'dd/mm/yyyy', 'time-style': 'h:mm' };

const deepest = 20;

/** Collects styles from the parts of an .ods file, in the order in which they are read. */
export const createOdsStyles = (): OdsStyles => {
  const styles = new Map<string, Style>();
  const faces = new Map<string, string>();
  const formats = new Map<string, string>();
  const defaults = new Map<string, Style>();

  const find = <Value>(
    family: string,
    name: string | undefined,
    pick: (style: Style) => Value | undefined,
  ): Value | undefined => {
    let next = name;
    for (let depth = 0; next !== undefined && depth < deepest; depth += 1) {
      const style = styles.get(`${family} ${next}`);
      const value = style && pick(style);
      if (value !== undefined) return value;
      next = style?.parent;
    }
    const last = styles.get(`${family} Default`) ?? defaults.get(family);
    return (last && pick(last)) ?? (defaults.get(family) && pick(defaults.get(family) as Style));
  };

  const fontIn = (attributes: XmlAttributes): string | undefined => {
    const name = attributes['style:font-name'];
    const face = name === undefined ? attributes['fo:font-family'] : (faces.get(name) ?? name);
    return face?.replace(/^'|'$/g, '');
  };

  const read = (bytes: Buffer): void => {
    let style: Style | undefined;
    let data: string | undefined;
    readXml(bytes, {
      open: (name, attributes) => {
        if (name === 'font-face')
          faces.set(attributes['style:name'] ?? '', attributes['svg:font-family'] ?? attributes['style:name'] ?? '');
        else if (name === 'style' || name === 'default-style') {
          style = {
            parent: attributes['style:parent-style-name'],
            data: attributes['style:data-style-name'],
            font: undefined,
            isHidden: false,
          };
          const family = attributes['style:family'] ?? '';
          if (name === 'style') styles.set(`${family} ${attributes['style:name'] ?? ''}`, style);
          else defaults.set(family, style);
        } else if (name === 'text-properties' && style) style.font = fontIn(attributes) ?? style.font;
        else if (name === 'table-properties' && style) style.isHidden = attributes['table:display'] === 'false';
        else if (dataStyles[name] !== undefined) {
          data = attributes['style:name'] ?? '';
          formats.set(data, dataStyles[name] ?? '');
        } else if (name === 'number' && data !== undefined) {
          const zeros = Number(attributes['number:min-integer-digits'] ?? 1);
          if (zeros > 1 && zeros < 30) formats.set(data, '0'.repeat(zeros));
        }
      },
      close: (name) => {
        if (name === 'style' || name === 'default-style') style = undefined;
        if (dataStyles[name] !== undefined) data = undefined;
      },
    });
  };
  return {
    read,
    fontOf: (family, name) => find(family, name, (style) => style.font) ?? null,
    formatOf: (name) => {
      const data = find('table-cell', name, (style) => style.data);
      const format = data === undefined ? undefined : formats.get(data);
      return format === undefined || format === '' ? null : format;
    },
    isHiddenTable: (name) => name !== undefined && styles.get(`table ${name}`)?.isHidden === true,
  };
};
