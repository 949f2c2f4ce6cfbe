import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatTime } from '#renderer/components/format.ts';
import { useSession } from '#renderer/session.tsx';
import { UndoDialog } from './undo-dialog.tsx';

const text = words.decide;

/** Packages that were taken in, newest first; each can be taken back, with what rests on it. */
export const ImportList = ({ imports }: { readonly imports: OutputOf<'imports.list'> }) => {
  const { office } = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <section className="sheet" aria-label={text.imports} style={{ overflow: 'auto' }} tabIndex={0}>
      <div className="sheet-head">
        <h2>{text.imports}</h2>
      </div>
      <table className="plain-table sticky">
        <thead>
          <tr>
            <th>{text.appliedAt}</th>
            <th>{words.inbox.office}</th>
            <th>{words.inbox.seq}</th>
            <th>{text.counts}</th>
            <th>{text.state}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <tr key={one.id}>
              <td>{formatTime(one.appliedAt)}</td>
              <td>{one.officeName}</td>
              <td>{one.seq}</td>
              <td>{text.countsText(one.counts.added, one.counts.changed, one.counts.removed)}</td>
              <td>
                <span className={one.undoneAt === null ? 'badge good' : 'badge'}>
                  {one.undoneAt === null ? text.inForce : text.undone}
                </span>
              </td>
              <td className="number">
                {one.undoneAt === null && one.office !== office.id ? (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => {
                      setChosen(one.id);
                    }}
                  >
                    {text.undo}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen === null ? null : (
        <UndoDialog
          importId={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </section>
  );
};
