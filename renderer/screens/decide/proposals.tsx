import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ProposalView } from '#shared/contract/proposal-methods.ts';
import { fieldLabel, kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { useActiveRow } from '#renderer/components/active-row.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { Empty } from '#renderer/components/page.tsx';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { useWork } from '#renderer/rpc/use-engine.ts';
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

/** Whether nobody has answered yet. */
export const isWaiting = ({ state }: ProposalView): boolean => state === 'open' || state === 'outdated';

const answerOf = ({ answer }: ProposalView): string => answer?.reason ?? '';

const columns: readonly Column<ProposalView>[] = [
  { key: 'record', title: text.record, width: 'minmax(160px, 1.4fr)', cell: (row) => row.title },
  { key: 'office', title: text.office, width: 'minmax(180px, 1fr)', cell: (row) => row.officeName },
  { key: 'field', title: text.field, width: '110px', cell: (row) => fieldLabel(row.kind, row.field) },
  { key: 'now', title: text.now, width: 'minmax(120px, 1.2fr)', cell: (row) => proposedText(row, row.current) },
  { key: 'proposed', title: text.proposed, width: 'minmax(120px, 1.2fr)', cell: (row) => proposedText(row, row.value) },
  { key: 'reason', title: text.reason, width: 'minmax(110px, 1fr)', cell: (row) => row.reason },
  {
    key: 'state',
    title: text.state,
    width: '126px',
    cell: (row) => (
      <span className={tones[row.state]} title={text.states[row.state]}>
        {text.shortStates[row.state]}
      </span>
    ),
  },
  { key: 'answer', title: text.answer, width: 'minmax(100px, 1fr)', cell: answerOf },
];
const ownColumns = columns.filter(({ key }) => key !== 'office');

/** What the province proposes, waiting ones first; found by kind of record and by state. Enter shows one whole. */
export const Proposals = ({ all }: { readonly all: readonly ProposalView[] }) => {
  const { notify, office } = useSession();
  const [chosen, setChosen] = useState<ProposalView | null>(null);
  const withdraw = useWork('proposal.withdraw');
  const [kind, setKind] = useState('');
  const [state, setState] = useState('');
  const kinds = [...new Set(all.map((one) => one.kind))];
  const shown = all
    .filter((one) => (kind === '' || one.kind === kind) && (state === '' || one.state === state))
    .sort((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)));
  const { row: active, onActive } = useActiveRow(shown);
  const isProvince = office.tier === 'province';
  const canAnswer = (one: ProposalView): boolean => one.answerable || isChangeable(one, office.id);
  const openText = (one: ProposalView): string => {
    if (one.answerable) return text.answer;
    return isChangeable(one, office.id) ? text.changeAnswer : text.look;
  };
  const takeBack = (id: string): void => {
    void withdraw.run({ id }).then((reply) => {
      if (reply.ok) notify(text.withdrawn);
    });
  };
  return (
    <>
      <div className="row">
        {active === undefined ? null : (
          <Button
            size="xs"
            variant={active.answerable ? 'filled' : 'default'}
            onClick={() => {
              setChosen(active);
            }}
          >
            {openText(active)}
          </Button>
        )}
        {active !== undefined && isWaiting(active) && isProvince ? (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              takeBack(active.id);
            }}
          >
            {text.withdraw}
          </Button>
        ) : null}
        {all.length === 0 ? null : (
          <>
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
          </>
        )}
        <span className="muted">{text.proposalsText}</span>
      </div>
      <FailureNotice failure={withdraw.failure} />
      <DataTable
        label={text.proposals}
        columns={isProvince ? columns : ownColumns}
        total={shown.length}
        rowAt={(index) => shown[index]}
        recordsOf={(row) => recordsText({ kind: row.kind, id: row.recordId })}
        autoFocus
        onOpen={setChosen}
        onActive={onActive}
        empty={<Empty title={text.noProposals} />}
      />
      {chosen === null ? null : (
        <AnswerDialog
          proposal={chosen}
          canAnswer={canAnswer(chosen)}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </>
  );
};
