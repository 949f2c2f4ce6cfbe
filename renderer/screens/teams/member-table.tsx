import type { ReactNode } from 'react';
import { labelOf, sexes, teamRoles } from '#shared/catalogue/code-lists.ts';
import type { MemberRow } from '#shared/contract/record-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { ethnicName, formatPartial } from '#renderer/components/format.ts';

type MemberTableProps = {
  readonly title: string;
  readonly members: readonly MemberRow[];
  readonly onOpen: (membershipId: string) => void;
  readonly action?: ReactNode;
};

/** Members of one team. */
export const MemberTable = ({ title, members, onOpen, action }: MemberTableProps) => (
  <section className="sheet" aria-label={title}>
    <div className="row" style={{ padding: '10px 14px' }}>
      <strong>{title}</strong>
      <span className="muted">
        {members.length} {words.common.people}
      </span>
      <span style={{ marginLeft: 'auto' }}>{action}</span>
    </div>
    {members.length === 0 ? (
      <p className="muted" style={{ margin: '0 14px 12px' }}>
        {words.teams.noMembers}
      </p>
    ) : (
      <table className="plain-table">
        <thead>
          <tr>
            <th>{words.mediators.name}</th>
            <th>{words.mediators.sex}</th>
            <th>{words.mediators.born}</th>
            <th>{words.mediators.ethnic}</th>
            <th>{words.mediators.role}</th>
            <th>{words.mediators.recognized}</th>
            <th>{words.mediators.position}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.membershipId}>
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
        </tbody>
      </table>
    )}
  </section>
);
