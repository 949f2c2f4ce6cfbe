import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { TeamRow } from '#shared/contract/record-methods.ts';
import type { Status } from '#shared/contract/workspace-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { formatTime } from '#renderer/components/format.ts';
import { keep } from '#renderer/components/kept-state.ts';
import { Empty } from '#renderer/components/page.tsx';
import { everywhere } from '#renderer/components/place-filters.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';

type Office = Status['offices'][number];
type Sums = { readonly teams: number; readonly members: number; readonly toReview: number };

const none: Sums = { teams: 0, members: 0, toReview: 0 };

const sumsOf = (rows: readonly TeamRow[]): ReadonlyMap<string, Sums> => {
  const sums = new Map<string, Sums>();
  for (const row of rows) {
    const { teams, members, toReview } = sums.get(row.officeId) ?? none;
    sums.set(row.officeId, {
      teams: teams + 1,
      members: members + row.memberCount,
      toReview: toReview + (row.findingCount > 0 ? 1 : 0),
    });
  }
  return sums;
};

const stateOf = (office: Office) => {
  if (office.lastPackage === null) return <span className="badge warn">{words.home.never}</span>;
  return office.late ? (
    <span className="badge warn">{words.home.late}</span>
  ) : (
    <span className="badge good">{words.home.onTime}</span>
  );
};

/** The three sorts of offices as one bar: in time, late, never. */
const Bar = ({ offices }: { readonly offices: readonly Office[] }) => {
  const received = offices.filter((office) => office.lastPackage !== null && !office.late).length;
  const late = offices.filter((office) => office.lastPackage !== null && office.late).length;
  const text = `${received}/${offices.length} ${words.home.ofOffices} ${words.home.received}`;
  return (
    <div style={{ padding: '0 14px 12px' }}>
      <div className="bar" role="img" aria-label={text}>
        <span style={{ width: `${(received / offices.length) * 100}%` }} />
        <span className="late" style={{ width: `${(late / offices.length) * 100}%` }} />
      </div>
    </div>
  );
};

/** The province's offices: who has sent, up to which package, who is late, what they hold. */
export const OfficeTable = ({ offices }: { readonly offices: readonly Office[] }) => {
  const [, go] = useLocation();
  const { data } = useAnswer('team.list', { limit: 1_000_000 });
  const sums = useMemo(() => sumsOf(data?.rows ?? []), [data]);
  if (offices.length === 0)
    return (
      <div className="sheet">
        <Empty title={words.home.offices} text={words.home.noOffices} />
      </div>
    );
  const received = offices.filter((office) => office.lastPackage !== null && !office.late).length;
  return (
    <section className="sheet" aria-label={words.home.offices}>
      <div className="sheet-head">
        <h2>{words.home.offices}</h2>
        <span className="muted">
          {received}/{offices.length} {words.home.ofOffices} {words.home.received}
        </span>
      </div>
      <Bar offices={offices} />
      <table className="plain-table">
        <thead>
          <tr>
            <th>{words.home.office}</th>
            <th>{words.home.state}</th>
            <th>{words.home.lastPackage}</th>
            <th>{words.home.receivedAt}</th>
            <th>{words.home.receipt}</th>
            <th className="number">{words.home.teamCount}</th>
            <th className="number">{words.home.mediators}</th>
            <th>{words.home.teamsToReview}</th>
          </tr>
        </thead>
        <tbody>
          {offices.map((office) => {
            const { teams, members, toReview } = sums.get(office.officeId) ?? none;
            return (
              <tr key={office.officeId}>
                <td>
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => {
                      keep('teams place', { ...everywhere, officeId: office.officeId });
                      go('/teams');
                    }}
                  >
                    {office.officeId} - {office.name}
                  </button>
                </td>
                <td>{stateOf(office)}</td>
                <td>
                  {office.lastPackage?.seq ?? ''}
                  {office.missing.length === 0 ? null : (
                    <span className="muted small">
                      {' '}
                      {words.home.skipped} {office.missing.join(', ')}
                    </span>
                  )}
                </td>
                <td>{office.lastPackage === null ? '' : formatTime(office.lastPackage.receivedAt)}</td>
                <td>{office.lastReceiptNumber ?? ''}</td>
                <td className="number">{formatCount(teams)}</td>
                <td className="number">{formatCount(members)}</td>
                <td style={{ whiteSpace: 'nowrap' }}>
                  {teams === 0 ? null : (
                    <>
                      <span className="meter" aria-hidden="true">
                        <span className="warn" style={{ width: `${(toReview / teams) * 100}%` }} />
                      </span>
                      {formatCount(toReview)}
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
