import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ProposalView } from '#shared/contract/proposal-methods.ts';
import { fieldLabel, kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { formatTime } from '#renderer/components/format.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import { proposedText } from './proposed-text.ts';

const text = words.decide;

const tones: Readonly<Record<ProposalView['state'], string>> = {
  open: 'badge warn',
  outdated: 'badge warn',
  accepted: 'badge good',
  refused: 'badge bad',
  withdrawn: 'badge',
};

/** Whether this office has answered and may answer otherwise. */
const isChangeable = ({ state, office }: ProposalView, own: string): boolean =>
  office === own && (state === 'accepted' || state === 'refused');

const isWaiting = ({ state }: ProposalView): boolean => state === 'open' || state === 'outdated';

/** What the province proposes, waiting ones first; found by kind of record and by state. */
export const Proposals = () => {
  const { notify, office } = useSession();
  const { data } = useAnswer('proposal.list', {});
  const [chosen, setChosen] = useState<ProposalView | null>(null);
  const withdraw = useWork('proposal.withdraw');
  const [kind, setKind] = useState('');
  const [state, setState] = useState('');
  const all = data ?? [];
  const kinds = [...new Set(all.map((one) => one.kind))];
  const shown = all
    .filter((one) => (kind === '' || one.kind === kind) && (state === '' || one.state === state))
    .sort((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)));
  return (
    <section className="sheet" aria-label={text.proposals}>
      <div className="sheet-head">
        <h2>{text.proposals}</h2>
        <span className="muted small">{text.proposalsText}</span>
      </div>
      {all.length === 0 ? null : (
        <div className="row" style={{ padding: '0 14px 8px' }}>
          <NativeSelect
            size="xs"
            aria-label={text.kindFilter}
            value={kind}
            onChange={(event) => {
              setKind(event.currentTarget.value);
            }}
            data={[{ value: '', label: text.allKinds }, ...kinds.map((one) => ({ value: one, label: kindLabel(one) }))]}
          />
          <NativeSelect
            size="xs"
            aria-label={text.stateFilter}
            value={state}
            onChange={(event) => {
              setState(event.currentTarget.value);
            }}
            data={[
              { value: '', label: text.allStates },
              ...Object.entries(text.states).map(([value, label]) => ({ value, label })),
            ]}
          />
          <span className="muted">
            {formatCount(shown.length)} / {formatCount(all.length)}
          </span>
        </div>
      )}
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
          {data !== undefined && shown.length === 0 ? (
            <tr>
              <td colSpan={7} className="muted">
                {text.noProposals}
              </td>
            </tr>
          ) : null}
          {shown.map((one) => (
            <tr key={one.id}>
              <td>
                {one.title}
                <div className="muted small">{kindLabel(one.kind)}</div>
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
                {one.answerable || isChangeable(one, office.id) ? (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => {
                      setChosen(one);
                    }}
                  >
                    {one.answerable ? text.answer : text.changeAnswer}
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
