import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatTime } from '#renderer/components/format.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { EscrowTest } from './escrow-test.tsx';
import { TrustDialog, type TrustAction } from './trust-dialog.tsx';

type Trust = NonNullable<OutputOf<'trust.show'>>;
type Installation = Trust['offices'][number]['installations'][number];

const State = ({ one }: { readonly one: Installation }) =>
  one.revoked ? (
    <>
      <span className="badge bad">{words.trust.revoked}</span>{' '}
      <span className="muted small">
        {one.revokedAt === null ? '' : formatTime(one.revokedAt)}. {words.trust.lastAccepted(one.lastAccepted?.n ?? 0)}
      </span>
    </>
  ) : (
    <span className="badge good">{words.trust.active}</span>
  );

type TableProps = {
  readonly trust: Trust;
  /** Where keys may be taken out of force here. */
  readonly onRevoke: ((action: TrustAction) => void) | undefined;
};

const InstallationTable = ({ trust, onRevoke }: TableProps) => (
  <table className="plain-table">
    <thead>
      <tr>
        <th>{words.trust.office}</th>
        <th>{words.trust.installation}</th>
        <th>{words.trust.grantedAt}</th>
        <th>{words.trust.state}</th>
        {onRevoke === undefined ? null : <th>{words.trust.act}</th>}
      </tr>
    </thead>
    <tbody>
      {trust.offices.flatMap((office) =>
        office.installations.map((one) => (
          <tr key={one.installId}>
            <td>
              {office.officeId} - {office.name}
            </td>
            <td>{one.installId}</td>
            <td>{formatTime(one.grantedAt)}</td>
            <td>
              <State one={one} />
            </td>
            {onRevoke === undefined ? null : (
              <td>
                {one.revoked || office.officeId === trust.provinceOfficeId ? null : (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`${words.trust.revoke.action} ${office.name} ${one.installId}`}
                    onClick={() => {
                      onRevoke({ kind: 'revoke', installId: one.installId, officeName: office.name });
                    }}
                  >
                    {words.trust.revoke.action}
                  </Button>
                )}
              </td>
            )}
          </tr>
        )),
      )}
    </tbody>
  </table>
);

/** Offices, installations and keys that the province vouches for; its administrators take keys out of force and change its own. */
export const TrustListScreen = () => {
  const { office, summary } = useSession();
  const [action, setAction] = useState<TrustAction | null>(null);
  const { data } = useAnswer('trust.show', {});
  if (data === undefined) return null;
  if (data === null)
    return (
      <Page title={words.trust.title}>
        <div className="sheet">
          <Empty title={words.trust.emptyTitle} text={words.trust.emptyText} />
        </div>
      </Page>
    );
  const isKeeper = office.tier === 'province' && summary.user?.role === 'administrator';
  const rotateButton = (
    <Button
      variant="default"
      onClick={() => {
        setAction({ kind: 'rotate' });
      }}
    >
      {words.trust.rotate.action}
    </Button>
  );
  return (
    <Page title={words.trust.title} note={`${words.trust.number} ${data.number}`} actions={isKeeper ? rotateButton : undefined}>
      <div className="stack">
        <div className="sheet padded">
          <div>{words.enrolment.own}</div>
          <div className="digits">{data.provinceFingerprint}</div>
          {data.rotationCount === 0 ? null : <div className="muted small">{words.trust.rotations(data.rotationCount)}</div>}
        </div>
        <section className="sheet" aria-label={words.trust.title}>
          <InstallationTable trust={data} onRevoke={isKeeper ? setAction : undefined} />
        </section>
        {office.tier === 'province' ? <EscrowTest /> : null}
      </div>
      {action === null ? null : (
        <TrustDialog
          action={action}
          onClose={() => {
            setAction(null);
          }}
        />
      )}
    </Page>
  );
};
