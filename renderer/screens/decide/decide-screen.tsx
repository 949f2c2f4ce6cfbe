import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ConflictView } from '#shared/contract/conflict-methods.ts';
import type { ProposalView } from '#shared/contract/proposal-methods.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatTime, formatValue } from '#renderer/components/format.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { proposedText } from './proposed-text.ts';

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

const tones: Readonly<Record<ProposalView['state'], string>> = {
  open: 'badge warn',
  outdated: 'badge warn',
  accepted: 'badge good',
  refused: 'badge bad',
  withdrawn: 'badge',
};

const isWaiting = ({ state }: ProposalView): boolean => state === 'open' || state === 'outdated';

const Proposals = () => {
  const { notify, office } = useSession();
  const { data } = useAnswer('proposal.list', {});
  const [chosen, setChosen] = useState<ProposalView | null>(null);
  const withdraw = useWork('proposal.withdraw');
  return (
    <section className="sheet" aria-label={text.proposals}>
      <div className="sheet-head">
        <h2>{text.proposals}</h2>
        <span className="muted small">{text.proposalsText}</span>
      </div>
      <FailureNotice failure={withdraw.failure} />
      <table className="plain-table">
        <thead>
          <tr>
            <th>{text.record}</th>
            <th>{text.field}</th>
            <th>{text.now}</th>
            <th>{text.proposed}</th>
            <th>{text.reason}</th>
            <th>{text.state}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {data?.length === 0 ? (
            <tr>
              <td colSpan={7} className="muted">
                {text.noProposals}
              </td>
            </tr>
          ) : null}
          {(data ?? []).map((one) => (
            <tr key={one.id}>
              <td>
                {one.title}
                {office.tier === 'province' ? <div className="muted small">{one.officeName}</div> : null}
              </td>
              <td>{fieldLabel(one.kind, one.field)}</td>
              <td className="break">{proposedText(one, one.current)}</td>
              <td className="break">
                <strong>{proposedText(one, one.value)}</strong>
              </td>
              <td className="break">
                {one.reason}
                <div className="muted small">{text.by(one.authorName, formatTime(one.proposedAt))}</div>
              </td>
              <td>
                <span className={tones[one.state]}>{text.states[one.state]}</span>
                {one.answer?.reason == null ? null : <div className="small">{one.answer.reason}</div>}
              </td>
              <td className="number">
                {isWaiting(one) && one.answerable ? (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => {
                      setChosen(one);
                    }}
                  >
                    {text.answer}
                  </Button>
                ) : null}
                {isWaiting(one) && office.tier === 'province' ? (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => {
                      void withdraw.run({ id: one.id }).then((reply) => {
                        if (reply.ok) notify(text.withdrawn);
                      });
                    }}
                  >
                    {text.withdraw}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen === null ? null : (
        <AnswerDialog
          proposal={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </section>
  );
};

/** What waits for a person: conflicts between PCs of one office, and what the province proposes to change. */
export const DecideScreen = () => (
  <Page title={text.title}>
    <div className="stack">
      <Conflicts />
      <Proposals />
    </div>
  </Page>
);
