import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { OutputOf } from '#shared/contract/contract.ts';
import { draftWords } from '#shared/text/draft-words.vi.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { addressOfDraft, kindOfDraft, wayOfDraft } from '#renderer/components/draft-address.ts';
import { formatTime } from '#renderer/components/format.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { Empty, Page } from '#renderer/components/page.tsx';
import { wantDraft } from '#renderer/forms/wanted-draft.ts';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

type Draft = OutputOf<'draft.list'>[number];

const titleOf = ({ form, title, rowCount }: Draft): string =>
  wayOfDraft(form) === 'grid' ? draftWords.rows(title, rowCount) : title === '' ? draftWords.blank : title;

/** Asks before what was typed is thrown away for good. */
const DropDialog = ({ draft, onClose }: { readonly draft: Draft; readonly onClose: () => void }) => {
  const { notify } = useSession();
  const remove = useWork('draft.remove');
  const drop = (): void => {
    void remove.run({ form: draft.form }).then((reply) => {
      if (!reply.ok) return;
      notify(draftWords.dropped);
      onClose();
    });
  };
  return (
    <Dialog title={draftWords.dropTitle} onClose={onClose}>
      <div className="stack">
        <FailureNotice failure={remove.failure} />
        <p>{draftWords.dropText(titleOf(draft))}</p>
        <div className="row">
          <Button data-autofocus variant="default" onClick={onClose}>
            {draftWords.keep}
          </Button>
          <Button loading={remove.isRunning} onClick={drop}>
            {draftWords.dropTitle}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};

/** Everything that was typed and not saved, of every form and grid: who, when, what; to go on with or to throw away. */
export const Drafts = () => {
  const [, go] = useLocation();
  const { data } = useAnswer('draft.list', {});
  const [dropping, setDropping] = useState<Draft | null>(null);
  useAction('app.close', () => {
    go('/');
  });
  if (data === undefined) return null;
  const drafts = data.flatMap((draft) => {
    const address = addressOfDraft(draft.form);
    return address === undefined ? [] : [{ draft, address }];
  });
  return (
    <Page title={draftWords.title} note={formatCount(drafts.length)}>
      {drafts.length === 0 ? (
        <div className="sheet">
          <Empty title={draftWords.empty} text={draftWords.emptyText} />
        </div>
      ) : (
        <>
          <p className="muted" style={{ margin: '0 0 10px' }}>
            {draftWords.intro}
          </p>
          <div className="sheet">
            <table className="plain-table">
              <thead>
                <tr>
                  <th>{draftWords.what}</th>
                  <th style={{ width: '18%' }}>{draftWords.kind}</th>
                  <th style={{ width: '11%' }}>{draftWords.way}</th>
                  <th style={{ width: '18%' }}>{draftWords.author}</th>
                  <th style={{ width: 150 }}>{draftWords.savedAt}</th>
                  <th style={{ width: 190 }}>{draftWords.act}</th>
                </tr>
              </thead>
              <tbody>
                {drafts.map(({ draft, address }, index) => (
                  <tr key={draft.form}>
                    <td className="break">{titleOf(draft)}</td>
                    <td>{kindLabel(kindOfDraft(draft.form))}</td>
                    <td className="muted">{draftWords[wayOfDraft(draft.form)]}</td>
                    <td>{draft.authorName ?? ''}</td>
                    <td>{formatTime(draft.savedAt)}</td>
                    <td>
                      <div className="row">
                        <Button
                          size="xs"
                          variant="default"
                          autoFocus={index === 0}
                          aria-label={draftWords.openOf(titleOf(draft))}
                          onClick={() => {
                            wantDraft(draft.form);
                            go(address);
                          }}
                        >
                          {draftWords.open}
                        </Button>
                        <Button
                          size="xs"
                          variant="default"
                          aria-label={draftWords.dropOf(titleOf(draft))}
                          onClick={() => {
                            setDropping(draft);
                          }}
                        >
                          {draftWords.drop}
                        </Button>
                      </div>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {dropping === null ? null : (
        <DropDialog
          draft={dropping}
          onClose={() => {
            setDropping(null);
          }}
        />
      )}
    </Page>
  );
};
