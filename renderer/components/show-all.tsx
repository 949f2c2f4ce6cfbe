import { Button } from '@mantine/core';
import type { RefObject } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';

type ShowAllProps = {
  readonly isFiltered: boolean;
  readonly onShowAll: () => void;
  /** Where the keyboard goes on. */
  readonly search: RefObject<HTMLElement | null>;
};

/** Takes every filter of a list off at once; there only while one is on. */
export const ShowAll = ({ isFiltered, onShowAll, search }: ShowAllProps) =>
  isFiltered ? (
    <Button
      variant="default"
      onClick={() => {
        onShowAll();
        search.current?.focus();
      }}
    >
      {words.list.showAll}
    </Button>
  ) : null;
