import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ConflictView } from '#shared/contract/conflict-methods.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatValue } from '#renderer/components/format.ts';
import { Page } from '#renderer/components/page.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { DecidedConflicts } from './decided-conflicts.tsx';
import { Proposals } from './proposals.tsx';

const text = words.decide;

const valuesOf = ({ about, kind, field, values }: ConflictView): string =>
  about === 'removal' ? text.removal : values.map((one) => formatValue(kind, field, one.value)).join(' / ');

const Conflicts = () => {
  const { data } = useAnswer('conflict.list', {});
  const [chosen, setChosen] = useState<ConflictView | null>(null);
  return (
    <section className="sheet" aria-label={text.conflicts}>
      <div className="sheet-head">
        <h2>{text.conflicts}</h2>
        <span className="muted small">{text.conflictsText}</span>
      </div>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{text.record}</th>
            <th>{text.field}</th>
            <th>{text.values}</th>
            <th>{text.office}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {data?.length === 0 ? (
            <tr>
              <td colSpan={5} className="muted">
                {text.noConflicts}
              </td>
            </tr>
          ) : null}
          {(data ?? []).map((one) => (
            <tr key={one.id}>
              <td>{one.title}</td>
              <td>{one.about === 'removal' ? words.history.removed : fieldLabel(one.kind, one.field)}</td>
              <td className="break">{valuesOf(one)}</td>
              <td>{one.officeName}</td>
              <td className="number">
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => {
                    setChosen(one);
                  }}
                >
                  {one.decidable ? text.decide : text.look}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen === null ? null : (
        <ConflictDialog
          conflict={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </section>
  );
};

/** What waits for a person: conflicts between PCs of one office, what the province proposes to change; and what was decided. */
export const DecideScreen = () => (
  <Page title={text.title}>
    <div className="stack">
      <Conflicts />
      <Proposals />
      <DecidedConflicts />
    </div>
  </Page>
);
