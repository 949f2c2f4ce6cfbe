import { Checkbox } from '@mantine/core';
import { dossierItemKinds, labelOf } from '#shared/catalogue/code-lists.ts';
import type { PaperRow } from '#shared/contract/desk-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';

const text = words.nominations;

type DossierProps = { readonly nominationId: string; readonly papers: readonly PaperRow[]; readonly canChange: boolean };

/** Check list of the papers of a nomination; each tick and note is written at once. */
export const Dossier = ({ nominationId, papers, canChange }: DossierProps) => {
  const mark = useWork('nomination.markPaper');
  return (
    <section className="sheet padded" aria-label={text.dossier}>
      <h2>
        {text.dossier}{' '}
        <span className="muted small">{text.dossierState(papers.filter((paper) => paper.present).length, papers.length)}</span>
      </h2>
      <FailureNotice failure={mark.failure} />
      <ul className="dossier">
        {papers.map((paper) => {
          const label = labelOf(dossierItemKinds, paper.item);
          return (
            <li key={paper.item} data-records={recordsText({ kind: 'dossier-item', id: paper.id })}>
              <Checkbox
                data-value="dossier-item.present"
                label={label}
                checked={paper.present}
                disabled={!canChange}
                onChange={(event) => {
                  void mark.run({ nominationId, item: paper.item, present: event.currentTarget.checked });
                }}
              />
              <input
                key={paper.note ?? ''}
                data-value="dossier-item.note"
                className="cell-input"
                type="text"
                autoComplete="off"
                maxLength={300}
                aria-label={text.paperNote(label)}
                placeholder={canChange ? words.sessions.note : ''}
                disabled={!canChange}
                defaultValue={paper.note ?? ''}
                onBlur={(event) => {
                  const note = event.currentTarget.value.trim();
                  if (note !== (paper.note ?? ''))
                    void mark.run({ nominationId, item: paper.item, present: paper.present, note: note === '' ? null : note });
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
};
