/**
 * Makes the spreadsheets in test/fixtures/spreadsheets/ with what is expected of each. Needs LibreOffice, iconv, and Python with openpyxl and
 * xlwt; the tests need none of them. Run: node test/support/spreadsheets/make.ts [NAME ...]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWorkbook, type WrittenCell } from '#engine/workbook.ts';
import { run } from '#test/support/outside-tool.ts';
import { expectationOf } from './expectation.ts';
import { flatDocument } from './flat-document.ts';
import { formulaFiles } from './formula-files.ts';
import { layoutFiles } from './layout-files.ts';
import { legacyFiles } from './legacy-files.ts';
import { textOf, type MadeCell, type MadeFile } from './model.ts';
import { otherKindFiles } from './other-kind-files.ts';
import { textFiles } from './text-files.ts';
import { valueFiles } from './value-files.ts';

const out = fileURLToPath(new URL('../../fixtures/spreadsheets/', import.meta.url));

const writtenOf = (cell: MadeCell): WrittenCell => {
  if (cell === null || typeof cell !== 'object') return cell;
  if (cell.date !== undefined) return { date: cell.date };
  return {
    value: cell.number ?? cell.text ?? null,
    style: {
      ...(cell.font === undefined ? {} : { font: cell.font }),
      ...(cell.format === undefined ? {} : { format: cell.format }),
    },
    columnSpan: cell.across ?? 1,
    rowSpan: cell.down ?? 1,
  };
};

const quoted = (text: string, separator: string): string =>
  text.includes(separator) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const textBytes = (file: MadeFile): Buffer => {
  const separator = file.separator ?? ',';
  const lines = (file.sheets[0]?.rows ?? []).map((row) =>
    row.cells.map((cell) => quoted(textOf(cell), separator)).join(separator),
  );
  const text = `${lines.join('\r\n')}\r\n`;
  if (file.encoding === 'utf8-bom') return Buffer.from(`\uFEFF${text}`, 'utf8');
  if (file.encoding === 'utf16') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  if (file.encoding === 'latin1') return Buffer.from(text, 'latin1');
  if (file.encoding === 'windows-1258') return run('iconv', ['-f', 'UTF-8', '-t', 'CP1258'], Buffer.from(text, 'utf8'));
  return Buffer.from(text, 'utf8');
};

/** All files of a format in one run: starting the program takes longer than its work. */
const convertAll = (files: readonly MadeFile[], folder: string): void => {
  for (const format of ['xlsx', 'xls', 'ods']) {
    const sources = files
      .filter((file) => file.maker === 'libreoffice' && file.format === format)
      .map((file) => {
        const source = join(folder, `${file.name}.fods`);
        writeFileSync(source, flatDocument(file.sheets));
        return source;
      });
    const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
    if (sources.length > 0) run('soffice', ['--headless', profile, '--convert-to', format, '--outdir', folder, ...sources]);
  }
};

const withLibrary = (file: MadeFile, folder: string): Buffer => {
  const made = join(folder, `${file.name}.${file.format}`);
  const script = fileURLToPath(new URL('write-with-libraries.py', import.meta.url));
  run('python3', [script], Buffer.from(`${JSON.stringify({ out: made, maker: file.maker, sheets: file.sheets })}\n`));
  return readFileSync(made);
};

const bytesOf = (file: MadeFile, folder: string): Uint8Array => {
  if (file.maker === 'text') return textBytes(file);
  if (file.maker === 'libreoffice') return readFileSync(join(folder, `${file.name}.${file.format}`));
  if (file.maker === 'own')
    return writeWorkbook(
      file.sheets.map((sheet) => ({
        name: sheet.name,
        columnWidths: [],
        rows: sheet.rows.map((row) => row.cells.map(writtenOf)),
      })),
    );
  return withLibrary(file, folder);
};

const folder = mkdtempSync(join(tmpdir(), 'hoa-giai-spreadsheets-'));
const wanted = process.argv.slice(2);
const onlyExpectations = wanted[0] === '--expectations';
const all = [...layoutFiles, ...formulaFiles, ...valueFiles, ...otherKindFiles, ...legacyFiles, ...textFiles];
const chosen = onlyExpectations || wanted.length === 0 ? all : all.filter((file) => wanted.includes(file.name));
if (!onlyExpectations) {
  convertAll(chosen, folder);
  for (const file of chosen) writeFileSync(join(out, `${file.name}.${file.format}`), bytesOf(file, folder));
}
for (const file of chosen)
  writeFileSync(join(out, `${file.name}.${file.format}.json`), `${JSON.stringify(expectationOf(file), null, 1)}\n`);
rmSync(folder, { recursive: true, force: true });
