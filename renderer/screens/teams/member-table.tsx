import type { ReactNode } from 'react';
import { labelOf, sexes, teamRoles } from '#shared/catalogue/code-lists.ts';
import type { MemberRow } from '#shared/contract/record-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { ethnicName, formatPartial } from '#renderer/components/format.ts';

type MemberTableProps = {
  readonly title: string;
  readonly members: readonly MemberRow[];
  readonly onOpen: (membershipId: string) => void;
  readonly action?: ReactNode;
  /** Rows at the end in which the next member is typed. */
  readonly entry?: ReactNode;
};

const columns = [
  [words.mediators.name, '22%'],
  [words.mediators.sex, '9%'],
  [words.mediators.born, '15%'],
  [words.mediators.ethnic, '11%'],
  [words.mediators.role, '14%'],
  [words.mediators.recognized, '12%'],
  [words.mediators.position, '17%'],
] as const;

/** Members of one team. */
export const MemberTable = ({ title, members, onOpen, action, entry }: MemberTableProps) => (
  <section className="sheet" aria-label={title}>
    <div className="sheet-head">
      <h2>{title}</h2>
      <span className="muted">
        {members.length} {words.common.people}
      </span>
      <span className="right">{action}</span>
    </div>
    <table className="plain-table">
      <thead>
        <tr>
          {columns.map(([heading, width]) => (
            <th key={heading} style={{ width }}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {members.length === 0 ? (
          <tr>
            <td colSpan={columns.length} className="muted">
              {words.teams.noMembers}
            </td>
          </tr>
        ) : null}
        {members.map((member) => (
          <tr
            key={member.membershipId}
            data-records={recordsText({ kind: 'membership', id: member.membershipId }, { kind: 'person', id: member.personId })}
          >
            <td>
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  onOpen(member.membershipId);
                }}
              >
                {member.fullName}
              </button>
            </td>
            <td>{member.sex === null ? '' : labelOf(sexes, member.sex)}</td>
            <td>{formatPartial(member.birthDate)}</td>
            <td>{ethnicName(member.ethnicGroup)}</td>
            <td>{member.role === null ? '' : labelOf(teamRoles, member.role)}</td>
            <td>{formatPartial(member.recognizedOn)}</td>
            <td>{member.position ?? ''}</td>
          </tr>
        ))}
        {entry}
      </tbody>
    </table>
  </section>
);
