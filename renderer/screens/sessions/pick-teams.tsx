import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { TeamRow } from '#shared/contract/record-methods.ts';
import { compareVietnamese } from '#shared/text/sort-key.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { groupBy } from '#renderer/components/group.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const text = words.addPeople;

export type PickedPlaces = { readonly teamIds: readonly string[]; readonly communeIds: readonly string[] };

type PickTeamsProps = { readonly value: PickedPlaces; readonly onChange: (value: PickedPlaces) => void };

const toggle = (all: readonly string[], one: string, isIn: boolean): readonly string[] =>
  isIn ? [...all, one] : all.filter((other) => other !== one);

const sum = (teams: readonly TeamRow[]): number => teams.reduce((total, team) => total + team.memberCount, 0);

/** Communes to tick whole, or opened to tick single teams. Space ticks, right and left open and close. */
export const PickTeams = ({ value, onChange }: PickTeamsProps) => {
  const { office } = useSession();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const { data } = useAnswer('team.list', { officeId: office.id, limit: 100_000 });
  const rows = (data?.rows ?? []).toSorted((a, b) => compareVietnamese(a.communeName, b.communeName));
  const communes = groupBy(rows, (team) => team.communeId ?? '');
  return (
    <fieldset className="pick-list">
      <legend>{text.communes}</legend>
      {[...communes].map(([communeId, teams]) => {
        const isWhole = value.communeIds.includes(communeId);
        const isOpen = opened.includes(communeId);
        return (
          <div key={communeId}>
            <div className="pick-row">
              <button
                type="button"
                className="opener"
                aria-expanded={isOpen}
                aria-label={teams[0]?.communeName ?? communeId}
                onClick={() => {
                  setOpened(toggle(opened, communeId, !isOpen));
                }}
              >
                {isOpen ? '▾' : '▸'}
              </button>
              <Checkbox
                label={`${teams[0]?.communeName ?? communeId}: ${text.wholeCommune}`}
                checked={isWhole}
                onChange={(event) => {
                  onChange({ ...value, communeIds: toggle(value.communeIds, communeId, event.currentTarget.checked) });
                }}
              />
              <span className="muted number">
                {sum(teams)} {words.common.people}
              </span>
            </div>
            {isOpen
              ? teams.map((team) => (
                  <div key={team.id} className="pick-row inner">
                    <Checkbox
                      label={team.name}
                      disabled={isWhole}
                      checked={isWhole || value.teamIds.includes(team.id)}
                      onChange={(event) => {
                        onChange({ ...value, teamIds: toggle(value.teamIds, team.id, event.currentTarget.checked) });
                      }}
                    />
                    <span className="muted number">{team.memberCount}</span>
                  </div>
                ))
              : null}
          </div>
        );
      })}
    </fieldset>
  );
};
