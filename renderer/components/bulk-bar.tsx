import { Button } from '@mantine/core';
import { bulkWords } from '#shared/text/bulk-words.vi.ts';
import { useAction } from '../actions/use-action.ts';

/** What a list offers for many records at once. */
export type BulkActions = readonly {
  readonly key: string;
  readonly label: string;
  readonly run: (ids: readonly string[]) => void;
}[];

type BulkBarProps = {
  readonly actions: BulkActions;
  /** Chosen rows; where none are, the row that the keyboard is on. */
  readonly ids: readonly string[];
  readonly isShown: boolean;
};

/** Over the foot of a list as soon as rows are chosen; its key works on the current row too. */
export const BulkBar = ({ actions, ids, isShown }: BulkBarProps) => {
  useAction(
    'list.bulk',
    () => {
      actions[0]?.run(ids);
    },
    { enabled: ids.length > 0 },
  );
  if (!isShown) return null;
  return (
    <div className="bulk-bar" role="toolbar" aria-label={bulkWords.bar}>
      <strong>{bulkWords.chosen(ids.length)}</strong>
      {actions.map(({ key, label, run }, index) => (
        <Button
          key={key}
          size="xs"
          variant={index === 0 ? 'filled' : 'default'}
          onClick={() => {
            run(ids);
          }}
        >
          {index === 0 ? `${label} (Ctrl+E)` : label}
        </Button>
      ))}
    </div>
  );
};
