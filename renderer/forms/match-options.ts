import { fold } from '#shared/text/vietnamese.ts';
import type { Option } from './options.ts';

/** More than fit on the screen help nobody. */
const shownAtMost = 80;

/** Options that hold every typed word, tones or not; those that begin with the text come first. */
export const matchOptions = (options: readonly Option[], typed: string): readonly Option[] => {
  const text = fold(typed);
  if (text === '') return options.slice(0, shownAtMost);
  const words = text.split(' ');
  const found = options
    .map((option) => ({ option, key: fold(option.label) }))
    .filter(({ key }) => words.every((word) => key.includes(word)));
  const [begin, rest] = [found.filter(({ key }) => key.startsWith(text)), found.filter(({ key }) => !key.startsWith(text))];
  return [...begin, ...rest].slice(0, shownAtMost).map(({ option }) => option);
};
