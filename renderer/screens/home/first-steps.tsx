import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import { words } from '#shared/text/screen-words.vi.ts';
import { Empty } from '#renderer/components/page.tsx';

/** An empty book says what to do first. */
export const FirstSteps = () => {
  const [, go] = useLocation();
  return (
    <div className="sheet">
      <Empty
        title={words.home.emptyTitle}
        text={words.home.emptyText}
        action={
          <Button
            onClick={() => {
              go('/teams/new');
            }}
          >
            {words.home.emptyAction}
          </Button>
        }
      />
    </div>
  );
};
