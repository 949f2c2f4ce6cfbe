import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ForkedPackage, ForkView } from '#shared/contract/fork-view.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formatTime } from '#renderer/components/format.ts';
import { FailureNotice, Notice } from '#renderer/components/notices.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const text = words.fork;

const countsOf = ({ counts }: ForkedPackage): string =>
  Object.entries(counts)
    .map(([kind, count]) => `${kindLabel(kind)}: ${formatCount(count)}`)
    .join('; ');

type Row = { readonly label: string; readonly of: (one: ForkedPackage) => string };

const rows: readonly Row[] = [
  { label: text.rows.seq, of: ({ seq }) => String(seq) },
  { label: text.rows.createdAt, of: ({ createdAt }) => formatTime(createdAt) },
  { label: text.rows.approver, of: ({ approver }) => approver },
  { label: text.rows.changeCount, of: ({ changeCount }) => formatCount(changeCount) },
  { label: text.rows.counts, of: countsOf },
  { label: text.rows.code, of: ({ code }) => code },
];

/** Both packages line by line; lines that differ are marked. */
const Comparison = ({ fork: { accepted, arrived } }: { readonly fork: ForkView }) => (
  <table className="plain-table sheet">
    <thead>
      <tr>
        <th>{text.item}</th>
        <th>{accepted === null ? text.noAccepted : text.accepted}</th>
        <th>{text.arrived}</th>
        <td />
      </tr>
    </thead>
    <tbody>
      {rows.map(({ label, of }) => {
        const [mine, theirs] = [accepted === null ? '' : of(accepted), of(arrived)];
        return (
          <tr key={label}>
            <td className="muted">{label}</td>
            <td className="break">{mine}</td>
            <td className="break">{theirs}</td>
            <td>{mine === theirs ? null : <span className="badge warn">{text.differs}</span>}</td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

type StepProps = {
  readonly state: 'done' | 'now' | 'later';
  readonly title: string;
  readonly children: ReactNode;
};

const badges = { done: 'badge good', now: 'badge warn', later: 'badge' } as const;

const Step = ({ state, title, children }: StepProps) => (
  <li>
    <div className="row">
      <strong>{title}</strong>
      <span className={badges[state]}>{text[state]}</span>
    </div>
    <div>{children}</div>
  </li>
);

type ForkDialogProps = { readonly fork: ForkView; readonly onClose: () => void };

/** Says what happened, shows both packages, and leads through the steps until the PC is mended. */
export const ForkDialog = ({ fork, onClose }: ForkDialogProps) => {
  const { notify, office } = useSession();
  const issue = useWork('receipt.issue');
  const isProvince = office.tier === 'province';
  const issueReceipt = (): void => {
    void window.desktop.chooseFolder().then(async (folder) => {
      if (folder === null) return;
      const reply = await issue.run({ officeId: fork.office, folder });
      if (reply.ok) notify(`${words.inbox.receiptDone(reply.value.number)}: ${reply.value.file}`);
    });
  };
  const hasReceipt = fork.receipt !== null || fork.settled;
  return (
    <Dialog title={text.title(fork.officeName)} size="xl" onClose={onClose}>
      <div className="stack">
        {fork.settled ? <Notice>{text.settled}</Notice> : null}
        <section aria-label={text.what}>
          <h3>{text.what}</h3>
          {text.whatText.map((line) => (
            <p key={line} style={{ margin: '4px 0' }}>
              {line}
            </p>
          ))}
          <div className="muted small">
            {text.shared(fork.sharedSeq)} {text.machine}: {fork.installId}
          </div>
        </section>
        <section aria-label={text.compare}>
          <h3>{text.compare}</h3>
          <Comparison fork={fork} />
        </section>
        <section aria-label={text.steps}>
          <h3>{text.steps}</h3>
          <ol className="guided">
            <Step state={hasReceipt ? 'done' : 'now'} title={text.call(fork.officeName)}>
              {text.callText}
            </Step>
            <Step state={hasReceipt ? 'done' : 'now'} title={text.receipt}>
              {fork.receipt === null
                ? text.receiptText
                : text.receiptDone(fork.receipt.number, formatTime(fork.receipt.issuedAt))}
              <FailureNotice failure={issue.failure} />
              {fork.settled || !isProvince ? null : (
                <div className="row" style={{ marginTop: 6 }}>
                  <Button
                    data-autofocus
                    variant={fork.receipt === null ? 'filled' : 'default'}
                    onClick={issueReceipt}
                    loading={issue.isRunning}
                  >
                    {text.issue}
                  </Button>
                </div>
              )}
            </Step>
            <Step state={fork.settled ? 'done' : hasReceipt ? 'now' : 'later'} title={text.open}>
              {text.openText}
            </Step>
            <Step state={fork.settled ? 'done' : hasReceipt ? 'now' : 'later'} title={text.send}>
              {fork.newPackage === null
                ? text.sendText
                : text.sendDone(fork.newPackage.seq, formatTime(fork.newPackage.appliedAt))}
            </Step>
          </ol>
        </section>
      </div>
    </Dialog>
  );
};
