import type { RecordView } from '#shared/contract/views.ts';
import { mediatorFields } from '#shared/domain/kinds.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { RowEntry } from '#renderer/forms/row-entry.tsx';
import { useSession } from '#renderer/session.tsx';

/** The columns of the member table, in their order; what a paper list always has. */
const names = ['fullName', 'sex', 'birthDate', 'ethnicGroup', 'role', 'recognizedOn', 'position'] as const;

/** Stays for the next person: in one team it is mostly the same. */
const sticky = ['ethnicGroup', 'recognizedOn'] as const;

const placeOf = (team: RecordView) => {
  const units = team.values.residentialUnitIds;
  return Array.isArray(units) && units.length === 1 ? { residentialUnitId: units[0] } : {};
};

/** A row under the members in which the next one is typed. */
export const MemberEntry = ({ team, isFirst }: { readonly team: RecordView; readonly isFirst: boolean }) => {
  const { notify } = useSession();
  const commune = team.values.communeId;
  return (
    <RowEntry
      kind="mediator"
      fields={mediatorFields}
      names={names}
      sticky={sticky}
      values={{ role: isFirst ? 'leader' : 'member' }}
      next={{ role: 'member' }}
      fixed={{ teamId: team.id, ...placeOf(team) }}
      place={{ communeId: typeof commune === 'string' ? commune : null }}
      draftName={`mediator entry ${team.id}`}
      addLabel={words.teams.addMember}
      hint={words.teams.quickHint}
      autoFocus={isFirst}
      onAdded={() => {
        notify(words.mediators.nextAdded);
      }}
    />
  );
};
