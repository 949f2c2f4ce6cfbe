import type { Issue } from '#shared/domain/record.ts';
import { issueMessage } from '#shared/text/messages.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Notice } from '#renderer/components/notices.tsx';
import type { GridPlan } from './grid-plan.ts';
import type { GridRow } from './grid-state.ts';

const shownAtMost = 8;

type GridNoticesProps = { readonly rows: readonly GridRow[]; readonly columns: GridPlan['columns']; readonly nameColumn: string };

/** What the last save refused or asks, row by row. */
export const GridNotices = ({ rows, columns, nameColumn }: GridNoticesProps) => {
  const withIssues = rows.filter((row) => row.issues.length > 0);
  const labelOf = ({ field }: Issue): string => {
    const label = columns.find((column) => column.name === field)?.label;
    return label === undefined ? '' : `${label}: `;
  };
  if (withIssues.length === 0) return null;
  return (
    <Notice tone="warn" role="alert">
      <ul>
        {withIssues.slice(0, shownAtMost).map((row) => (
          <li key={row.key}>
            <strong>
              {rows.indexOf(row) + 1}. {row.cells[nameColumn] ?? ''}
            </strong>
            : {row.issues.map((issue) => `${labelOf(issue)}${issueMessage(issue)}`).join(' ')}{' '}
            {row.issues.every((issue) => issue.severity === 'question') ? words.grid.confirm : ''}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
