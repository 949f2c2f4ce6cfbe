import { createCellCounter, readLimits, tooLarge, unreadable } from './read-limits.ts';
import type { Sheet } from './read-sheet.ts';
import { readXlsxSheet } from './xlsx-sheet.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { readStyles } from './xlsx-styles.ts';
import { readXml } from './xml-reader.ts';
import { openZip, type ZipReader } from './zip-reader.ts';

type SheetLink = { readonly name: string; readonly hidden: boolean; readonly id: string };

type Link = { readonly id: string; readonly type: string; readonly target: string };

const resolve = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}/${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
};

const readLinks = (zip: ZipReader, part: string): readonly Link[] => {
  const at = part.lastIndexOf('/');
  const folder = at < 0 ? '' : part.slice(0, at);
  const bytes = zip.find(`${folder === '' ? '' : `${folder}/`}_rels/${part.slice(at + 1)}.rels`);
  const links: Link[] = [];
  if (bytes)
    readXml(bytes, {
      open: (name, { Id: id, Type: type, Target: target }) => {
        if (name === 'Relationship' && id !== undefined && type !== undefined && target !== undefined)
          links.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolve(folder, target) });
      },
    });
  return links;
};

const readWorkbookPart = (bytes: Buffer): { readonly sheets: readonly SheetLink[]; readonly dayShift: number } => {
  const sheets: SheetLink[] = [];
  let dayShift = 0;
  readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'workbookPr' && (attributes.date1904 === '1' || attributes.date1904 === 'true')) dayShift = 1462;
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (id !== undefined)
        sheets.push({ name: attributes.name ?? '', hidden: (attributes.state ?? 'visible') !== 'visible', id });
    },
  });
  return { sheets, dayShift };
};

/** The sheets of an .xlsx file; charts and the like are left out. Fails with a code of `readWorkbook`. */
export const readXlsx = (bytes: Buffer): readonly Sheet[] => {
  const zip = openZip(bytes);
  const mainPart = readLinks(zip, '').find((link) => link.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const workbook = zip.find(mainPart);
  if (!workbook) throw unreadable();
  const links = readLinks(zip, mainPart);
  const partOf = (type: string): Buffer | undefined => {
    const link = links.find((one) => one.type === type);
    return link && zip.find(link.target);
  };
  const { sheets, dayShift } = readWorkbookPart(workbook);
  if (sheets.length > readLimits.sheets) throw tooLarge('sheets');
  const stringBytes = partOf('sharedStrings');
  const styleBytes = partOf('styles');
  const shared = {
    strings: stringBytes ? readSharedStrings(stringBytes) : [],
    looks: styleBytes ? readStyles(styleBytes) : [],
    dayShift,
    count: createCellCounter(),
  };
  return sheets.flatMap(({ name, hidden, id }) => {
    const link = links.find((one) => one.id === id);
    if (link?.type !== 'worksheet') return [];
    const part = zip.find(link.target);
    if (!part) throw unreadable();
    return [readXlsxSheet(part, { ...shared, name, hidden })];
  });
};
