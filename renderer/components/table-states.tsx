import { Button } from '@mantine/core';
import { words } from '#shared/text/screen-words.vi.ts';
import { CallFailure } from '../rpc/engine.ts';
import { FailureNotice } from './notices.tsx';
import { Empty } from './page.tsx';
import type { Column } from './table-column.ts';

type LoadingProps<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly least: number;
  /** Whether a column of marks comes first. */
  readonly withMarks: boolean;
};

const bones = Array.from({ length: 30 }, (_, index) => index);

/** Heads and rows of their final height before the first rows are there: nothing jumps when they come. */
export const TableLoading = <Row,>({ label, columns, template, least, withMarks }: LoadingProps<Row>) => (
  <div className="sheet grid-table loading" role="status" aria-label={`${label}: ${words.common.loading}`}>
    <div className="scroll" aria-hidden="true">
      <div className="head" style={{ gridTemplateColumns: template, minWidth: least }}>
        {withMarks ? <div /> : null}
        {columns.map((column) => (
          <div key={column.key} className={column.number === true ? 'number' : undefined}>
            <span className="title">{column.title}</span>
          </div>
        ))}
      </div>
      {bones.map((index) => (
        <div key={index} className="line still" style={{ gridTemplateColumns: template, minWidth: least }}>
          {withMarks ? <div /> : null}
          {columns.map((column) => (
            <div key={column.key}>
              <span className="bone" />
            </div>
          ))}
        </div>
      ))}
    </div>
    <div className="foot" />
  </div>
);

/** Why there are no rows, and the way to ask again. */
export const TableFailed = ({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) => (
  <div className="sheet grid-table">
    <Empty
      title={words.list.failed}
      action={
        <>
          <FailureNotice failure={error instanceof CallFailure ? error.failure : { code: 'internal-error' }} />
          <Button onClick={onRetry}>{words.list.retry}</Button>
        </>
      }
    />
  </div>
);
