import { localToday } from '#renderer/components/format.ts';
import { keep, readKept } from '#renderer/components/kept-state.ts';
import { everywhere, type PlaceFilter } from '#renderer/components/place-filters.tsx';

/** What a paper is made of; kept from one paper to the next. */
export type PrintChoice = {
  readonly place: PlaceFilter;
  readonly year: string;
  readonly profile: 'internal' | 'public';
  readonly variant: string;
  readonly withPersonalNumbers: boolean;
};

export const thisYear = Number(localToday().slice(0, 4));

export const firstChoice: PrintChoice = {
  place: everywhere,
  year: String(thisYear),
  profile: 'internal',
  variant: '',
  withPersonalNumbers: false,
};

/** Name under which it is kept. */
export const printChoiceName = 'print choice';

/** The paper that a list leads to is about what the list shows. */
export const choosePaper = (choice: Partial<PrintChoice>): void => {
  keep(printChoiceName, { ...(readKept<PrintChoice>(printChoiceName) ?? firstChoice), ...choice });
};
