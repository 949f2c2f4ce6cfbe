import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '#engine/workbook.ts';
import { openZip } from '#engine/workbook/zip-reader.ts';
import { communeOf, setUpOffice, temporaryFolder, type Office } from '#test/support/office.ts';
import { run, testWith } from '#test/support/outside-tool.ts';
import { spreadsheet } from '#test/support/spreadsheet.ts';

const base = temporaryFolder();
const commune = communeOf['654'] ?? '';
/** What spreadsheet programs would take for a formula; the one kept whole by the books is the second half. */
const signs = ['=', '+', '-', '@', '\t=', '\r='];
const evil = signs.map((sign) => `${sign}HYPERLINK("http://x";"y")`);
const out = mkdtempSync(join(base, 'exports-'));
let office: Office;

const add = async (kind: string, values: Readonly<Record<string, unknown>>): Promise<string> => {
  const { results } = await office.ask('record.put', { kind, lines: [values] });
  return results[0]?.id ?? '';
};

const writeReports = async (subjects: Readonly<Record<string, string>>): Promise<void> => {
  for (const report of await office.ask('report.list', {})) {
    const subject = report.subject === null ? undefined : subjects[report.subject];
    for (const format of ['xlsx', 'docx'] as const) {
      if (!report.formats.includes(format)) continue;
      await office.ask('report.write', {
        name: report.name,
        format,
        file: join(out, `${report.name}.${format}`),
        withPersonalNumbers: true,
        ...(report.unit ? { unit: commune } : {}),
        ...(report.year ? { period: '2019' } : {}),
        ...(subject === undefined ? {} : { subject }),
      });
    }
  }
};

beforeAll(async () => {
  office = await setUpOffice(base, '654');
  const [equals = '', plus = '', minus = '', at = ''] = evil;
  const teamId = await add('team', { name: equals, communeId: commune, note: plus });
  const mediator = {
    sex: 'male',
    birthDate: '1965',
    ethnicGroup: '01',
    role: 'leader',
    teamId,
    occupation: plus,
    position: minus,
    organisation: at,
    note: equals,
  };
  const membershipId = await add('mediator', { fullName: 'Trần Văn Bình', ...mediator });
  await add('mediator', { fullName: 'Lê Thị Hoa', ...mediator, sex: 'female', role: 'member' });
  const { person } = await office.ask('mediator.get', { id: membershipId });
  await add('trainer', {
    personId: person.id,
    pool: 'district',
    source: 'other-capable',
    position: equals,
    agency: plus,
    fieldOfLaw: at,
  });
  const session = await add('session', {
    title: equals,
    kind: 'mediator-training',
    startsOn: '2019-05-14',
    sittingCount: 2,
    place: minus,
  });
  await office.ask('session.addPeople', { sessionId: session, teamIds: [teamId] });
  const nomination = await add('nomination', {
    subjectKind: 'mediator',
    personId: person.id,
    level: 'district',
    form: 'merit-certificate',
    basis: 'regular',
    year: 2019,
    stage: 'proposed',
    achievements: minus,
  });
  await writeReports({ session, nomination, value: `team/${teamId}/name` });
  await office.ask('list.export', {
    title: equals,
    subtitle: plus,
    columns: evil.map((title) => ({ title })),
    rows: [evil, evil],
    file: join(out, 'list.xlsx'),
  });
  const list = { title: equals, subtitle: plus, columns: evil.map((title) => ({ title })), rows: [evil, evil] };
  writeFileSync(join(out, 'shown-list.html'), (await office.ask('report.ofList', list)).html);
  writeFileSync(
    join(out, 'shown-roster.html'),
    (await office.ask('report.build', { name: 'mediator-roster', unit: commune })).html,
  );
  const file = spreadsheet(base, 'refused', {
    'Xã Ea Phê': [
      ['STT', 'Họ và tên', 'Năm sinh', 'Nghề nghiệp', 'Tổ hòa giải', ...evil.map((_, index) => `Cột ${index + 1}`)],
      [1, '=1+1', 1965, equals, equals, ...evil],
    ],
  });
  const { rowCount } = await office.ask('import.writeErrors', { file, out: join(out, 'errors.xlsx') });
  expect(rowCount).toBe(1);
});

const textOf = (file: string, parts: RegExp): string => {
  const zip = openZip(readFileSync(join(out, file)));
  return zip.names
    .filter((name) => parts.test(name))
    .map((name) => zip.find(name)?.toString('utf8') ?? '')
    .join('\n');
};
const files = (ending: string): readonly string[] => readdirSync(out).filter((name) => name.endsWith(ending));

/** Cells whose text would be a formula if it were typed; each with whether its look marks it as text. */
const suspicious = (file: string): readonly (readonly [text: string, marked: boolean])[] => {
  const zip = openZip(readFileSync(join(out, file)));
  const looks =
    zip
      .find('xl/styles.xml')
      ?.toString('utf8')
      .match(/<cellXfs[\s\S]*?<\/cellXfs>/)?.[0]
      .match(/<xf [^>]*>/g) ?? [];
  return readWorkbook(readFileSync(join(out, file))).sheets.flatMap((sheet, number) => {
    const xml = zip.find(`xl/worksheets/sheet${number + 1}.xml`)?.toString('utf8') ?? '';
    return sheet.rows.flatMap((row) =>
      row.cells.flatMap((cell, column) => {
        if (cell?.kind !== 'text' || !/^[=+\-@\t\r]/.test(cell.text)) return [];
        const address = `${String.fromCharCode(65 + column)}${row.index + 1}`;
        const style = new RegExp(`<c r="${address}" s="(\\d+)"`).exec(xml)?.[1];
        return [[cell.text, (looks[Number(style)] ?? '').includes('quotePrefix="1"')] as const];
      }),
    );
  });
};

describe('values that look like formulas', () => {
  test('stay text in every spreadsheet the program writes, also when somebody edits the cell', () => {
    expect(files('.xlsx').length).toBeGreaterThanOrEqual(8);
    for (const file of files('.xlsx')) {
      expect([file, /<f[ >]|<hyperlink/.test(textOf(file, /^xl\/.*\.xml$/))]).toEqual([file, false]);
      expect([file, suspicious(file).filter(([, marked]) => !marked)]).toEqual([file, []]);
    }
    const met = new Set(files('.xlsx').filter((file) => suspicious(file).length > 0));
    for (const name of ['list', 'errors', 'mediator-roster', 'team-list', 'trainer-roster', 'nomination-list'])
      expect(met).toContain(`${name}.xlsx`);
    expect(suspicious('list.xlsx').map(([text]) => text)).toEqual(expect.arrayContaining(evil));
    expect(suspicious('errors.xlsx').length).toBeGreaterThanOrEqual(6);
  });

  test('stay text in text documents: no field but page numbers, nothing linked from outside', () => {
    expect(files('.docx').length).toBeGreaterThanOrEqual(3);
    for (const file of files('.docx')) {
      const fields = [...textOf(file, /^word\/.*\.xml$/).matchAll(/<w:instrText[^>]*>([^<]*)|w:instr="([^"]*)"/g)];
      expect([file, fields.map((found) => (found[1] ?? found[2] ?? '').trim()).filter((code) => code !== 'PAGE')]).toEqual([
        file,
        [],
      ]);
      expect([file, textOf(file, /\.rels$/).includes('TargetMode="External"')]).toEqual([file, false]);
    }
  });

  test('are marked as text in pages, which spreadsheet programs open too', () => {
    for (const file of files('.html')) {
      const html = readFileSync(join(out, file), 'utf8');
      const isOpen = /<t[dh](?![^>]*sdnum)[^>]*>\s*[=+\-@]|<(?:p|h1)[^>]*>\s*[=+@]/.test(html);
      expect([file, html.includes('sdnum'), isOpen]).toEqual([file, true, false]);
    }
  });

  testWith(['localc'], 'are shown as text by another office program', () => {
    const sources = ['list.xlsx', 'errors.xlsx'].map((file) => join(out, file));
    const pages = ['shown-list.html', 'shown-roster.html'].map((file) => join(out, file));
    const folder = mkdtempSync(join(base, 'shown-'));
    const profile = `-env:UserInstallation=file://${join(base, 'office-profile')}`;
    run('soffice', ['--headless', profile, '--convert-to', 'fods', '--outdir', folder, ...sources]);
    run('soffice', [
      '--headless',
      profile,
      '--infilter=HTML (StarCalc)',
      '--convert-to',
      'ods:calc8',
      '--outdir',
      folder,
      ...pages,
    ]);
    run('soffice', [
      '--headless',
      profile,
      '--convert-to',
      'fods',
      '--outdir',
      folder,
      ...['shown-list', 'shown-roster'].map((name) => join(folder, `${name}.ods`)),
    ]);
    const shown = readdirSync(folder).filter((name) => name.endsWith('.fods'));
    expect(shown.length).toBe(sources.length + pages.length);
    for (const name of shown)
      expect([name, readFileSync(join(folder, name), 'utf8').includes('table:formula=')]).toEqual([name, false]);
    return Promise.resolve();
  });
});
