import { fold } from '#shared/text/vietnamese.ts';
import { attachmentsChapter } from './attachments.vi.ts';
import { awardsChapter } from './awards.vi.ts';
import { beginningChapter } from './beginning.vi.ts';
import type { GuideChapter } from './chapter.ts';
import { checkingChapter } from './checking.vi.ts';
import { exchangeChapter } from './exchange.vi.ts';
import { importingChapter } from './importing.vi.ts';
import { mediatorsChapter } from './mediators.vi.ts';
import { officeChapter } from './office.vi.ts';
import { printingChapter } from './printing.vi.ts';
import { provinceChapter } from './province.vi.ts';
import { trainingChapter } from './training.vi.ts';

/** The users' guide, shown by F1 and printable, in the order of a clerk's year. */
export const guide: readonly GuideChapter[] = [
  beginningChapter,
  mediatorsChapter,
  importingChapter,
  trainingChapter,
  awardsChapter,
  attachmentsChapter,
  checkingChapter,
  printingChapter,
  exchangeChapter,
  provinceChapter,
  officeChapter,
];

/** The chapter about the screen at an address: the one with the longest beginning that fits; the first where none does. */
export const chapterFor = (address: string): GuideChapter => {
  const reach = (chapter: GuideChapter): number =>
    Math.max(-1, ...chapter.addresses.filter((one) => address === one || address.startsWith(`${one}/`)).map((one) => one.length));
  return guide.reduce((best, chapter) => (reach(chapter) > reach(best) ? chapter : best), guide[0] as GuideChapter);
};

/** Chapters with only the sections that contain every word, without tones; all of them where nothing is asked for. */
export const findInGuide = (asked: string): readonly GuideChapter[] => {
  const wanted = fold(asked)
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return guide;
  return guide.flatMap((chapter) => {
    const sections = chapter.sections.filter(({ title, text, steps = [] }) => {
      const content = fold([chapter.title, title, ...text, ...steps].join(' '));
      return wanted.every((word) => content.includes(word));
    });
    return sections.length === 0 ? [] : [{ ...chapter, sections }];
  });
};
