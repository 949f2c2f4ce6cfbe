import { useLocation } from 'wouter';
import type { TeamRow } from '#shared/contract/record-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount, formatPercent } from '#shared/text/vietnamese.ts';
import { keep } from '#renderer/components/kept-state.ts';
import { everywhere } from '#renderer/components/place-filters.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';

type Line = {
  readonly communeId: string;
  readonly name: string;
  readonly teams: number;
  readonly members: number;
  readonly women: number;
  readonly minority: number;
  readonly withFindings: number;
};

const addTo = (line: Line | undefined, row: TeamRow): Line => ({
  communeId: row.communeId ?? '',
  name: row.communeName,
  teams: (line?.teams ?? 0) + 1,
  members: (line?.members ?? 0) + row.memberCount,
  women: (line?.women ?? 0) + row.womenCount,
  minority: (line?.minority ?? 0) + row.minorityCount,
  withFindings: (line?.withFindings ?? 0) + (row.findingCount > 0 ? 1 : 0),
});

const linesOf = (rows: readonly TeamRow[]): readonly Line[] => {
  const lines = new Map<string, Line>();
  for (const row of rows) lines.set(row.communeId ?? '', addTo(lines.get(row.communeId ?? ''), row));
  return [...lines.values()].sort((a, b) => b.withFindings - a.withFindings || a.name.localeCompare(b.name, 'vi'));
};

const share = (part: number, whole: number): string => (whole === 0 ? '' : formatPercent(part / whole));

/** The district's communes, those with most to review first. */
export const CommuneTable = () => {
  const [, go] = useLocation();
  const { data } = useAnswer('team.list', { limit: 1_000_000 });
  if (data === undefined) return null;
  const open = (communeId: string): void => {
    keep('teams place', { ...everywhere, communeId });
    go('/teams');
  };
  return (
    <section aria-label={words.home.communes} className="sheet">
      <div className="sheet-head">
        <h2>{words.home.communes}</h2>
      </div>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{words.teams.commune}</th>
            <th className="number">{words.home.teamCount}</th>
            <th className="number">{words.home.mediators}</th>
            <th className="number">{words.home.womenShare}</th>
            <th className="number">{words.home.minorityShare}</th>
            <th>{words.home.teamsToReview}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(data.rows).map((line) => (
            <tr key={line.communeId}>
              <td>
                <button
                  type="button"
                  className="link-button"
                  onClick={() => {
                    open(line.communeId);
                  }}
                >
                  {line.name}
                </button>
              </td>
              <td className="number">{formatCount(line.teams)}</td>
              <td className="number">{formatCount(line.members)}</td>
              <td className="number">{share(line.women, line.members)}</td>
              <td className="number">{share(line.minority, line.members)}</td>
              <td style={{ whiteSpace: 'nowrap' }}>
                <span className="meter" aria-hidden="true">
                  <span className="warn" style={{ width: `${(line.withFindings / line.teams) * 100}%` }} />
                </span>
                {line.withFindings}/{line.teams}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
