import { writeAuditEntry } from '#db/queries/audit.ts';
import type { reportMethods, Paper } from '#shared/contract/report-methods.ts';
import type { Handler, HandlersOf, QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { writeOfficeFile } from '#engine/office-file.ts';
import { readPaperSettings } from '#engine/paper-settings.ts';
import { writeWord } from '#engine/word-document.ts';
import { writeWorkbook } from '#engine/workbook.ts';
import { renderHtml } from './document-html.ts';
import { wordSectionsOf } from './document-word.ts';
import { sheetsOf } from './document-workbook.ts';
import type { BuiltReport } from './document.ts';
import { findReport, listReports } from './registry.ts';
import { buildShownList } from './shown-list.ts';

const paperOf = (context: QueryContext, built: BuiltReport): Paper => ({
  title: built.title,
  landscape: built.pages[0]?.landscape === true,
  pageNumbers: built.pageNumbers,
  fileName: `${built.fileName}.pdf`,
  html: renderHtml(built, readPaperSettings(context), context.today),
});

const build: Handler<'report.build'> = (context, { name, ...input }) => {
  const report = findReport(name, input);
  return 'paper' in report ? report.paper(context, input.subject) : paperOf(context, report.build(context, input));
};

const hasPersonalNumbers = ({ pages }: BuiltReport): boolean =>
  pages.some(({ blocks }) =>
    blocks.some((block) => block.kind === 'table' && block.columns.some((column) => column.personalNumber === true)),
  );

const write: Handler<'report.write'> = async (context, { name, format, file, withPersonalNumbers, ...input }) => {
  const report = findReport(name, input);
  if (!('build' in report) || !report.formats.includes(format)) throw failure('usage-wrong', { reason: `${name} ${format}` });
  await context.progress({ step: 'write', done: 0, total: 1 });
  const { built, letter, settings, today } = context.read((reading) => ({
    built: report.build(reading, input),
    letter: format === 'docx' && (input.variant ?? 'proposed') === 'proposed' ? report.letter?.(reading, input) : undefined,
    settings: readPaperSettings(reading),
    today: reading.today,
  }));
  const parts = letter === undefined ? [built] : [letter, built];
  const bytes =
    format === 'docx'
      ? writeWord(wordSectionsOf(parts, settings, today))
      : writeWorkbook(sheetsOf(built, settings, today, withPersonalNumbers));
  writeOfficeFile(file, bytes);
  if (format === 'xlsx' && withPersonalNumbers && hasPersonalNumbers(built))
    context.write(({ database, clock, actor }) => {
      writeAuditEntry(database, { at: clock.now().toISOString(), userId: actor.id, action: 'personal-numbers-exported' });
    });
  return { file, title: built.title };
};

export const reportHandlers: HandlersOf<keyof typeof reportMethods> = {
  'report.list': () => Promise.resolve(listReports()),
  'report.build': build,
  'report.ofList': (context, asked) => paperOf(context, buildShownList(asked)),
  'report.write': write,
};
