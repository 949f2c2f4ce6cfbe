import type { ImportPlan } from '#shared/contract/import-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { useAction } from '#renderer/actions/use-action.ts';

const text = words.importing;

export type Part = 'sheet' | 'rows';

type PartTabsProps = { readonly part: Part; readonly plan: ImportPlan | null; readonly onChange: (part: Part) => void };

/** The two sides of a file: its cells as they are understood, and what becomes of each row. */
export const PartTabs = ({ part, plan, onChange }: PartTabsProps) => {
  const turn = (): void => {
    onChange(part === 'sheet' ? 'rows' : 'sheet');
  };
  useAction('app.nextTab', turn);
  useAction('app.previousTab', turn);
  const counts = plan?.counts;
  const told = (['needs-decision', 'error'] as const).filter((outcome) => (counts?.[outcome] ?? 0) > 0);
  return (
    <nav className="tab-links" aria-label={text.parts}>
      {(['sheet', 'rows'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-current={part === one ? 'page' : undefined}
          onClick={() => {
            onChange(one);
          }}
        >
          {one === 'sheet' ? text.sheetPart : text.rowPart}
          {one === 'rows' && plan !== null ? <span className="count">{formatCount(plan.rows.length)}</span> : null}
          {one === 'rows'
            ? told.map((outcome) => (
                <span key={outcome} className={outcome === 'error' ? 'badge bad' : 'badge warn'}>
                  {text.outcomes[outcome]}: {formatCount(counts?.[outcome] ?? 0)}
                </span>
              ))
            : null}
        </button>
      ))}
    </nav>
  );
};
