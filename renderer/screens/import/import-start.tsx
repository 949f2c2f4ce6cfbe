import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ImportEntry } from '#shared/contract/import-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatTime } from '#renderer/components/format.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { MappingList } from './mapping-list.tsx';
import { UndoDialog } from './undo-dialog.tsx';

const text = words.importing;

const countsOf = ({ counts }: ImportEntry): string =>
  (['created', 'updated'] as const)
    .filter((outcome) => (counts[outcome] ?? 0) > 0)
    .map((outcome) => `${text.outcomes[outcome].toLowerCase()} ${counts[outcome] ?? 0}`)
    .join(', ');

/** Where no file is open: choosing one, and the files taken in before with their undo. */
export const ImportStart = ({ onChoose }: { readonly onChoose: () => void }) => {
  const [asked, setAsked] = useState<ImportEntry | null>(null);
  const history = useAnswer('import.list', {});
  const entries = history.data ?? [];
  const close = (): void => {
    setAsked(null);
  };
  return (
    <Page title={text.title}>
      <div className="stack">
        <div className="sheet">
          <Empty
            title={text.startTitle}
            text={text.startText}
            action={
              <Button data-autofocus autoFocus onClick={onChoose}>
                {text.start}
              </Button>
            }
          />
        </div>
        {entries.length === 0 ? null : (
          <section className="sheet" aria-label={text.history}>
            <div className="sheet-head">
              <h2>{text.history}</h2>
            </div>
            <table className="plain-table">
              <thead>
                <tr>
                  <th>{text.file}</th>
                  <th>{text.at}</th>
                  <th>{text.by}</th>
                  <th>{text.outcome}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <tr key={entry.id}>
                    <td className="break">{entry.fileName}</td>
                    <td>{formatTime(entry.at)}</td>
                    <td>{entry.authorName}</td>
                    <td>{countsOf(entry)}</td>
                    <td className="number">
                      {entry.undoneAt === null ? (
                        <Button
                          size="xs"
                          variant="default"
                          onClick={() => {
                            setAsked(entry);
                          }}
                        >
                          {text.undo}
                        </Button>
                      ) : (
                        <span className="badge">{text.undone}</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        <MappingList />
        {asked === null ? null : <UndoDialog entry={asked} onClose={close} />}
      </div>
    </Page>
  );
};
