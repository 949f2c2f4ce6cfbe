import { actionText, showKey } from '#shared/text/action-words.vi.ts';
import { draftWords } from '#shared/text/draft-words.vi.ts';
import { paletteWords } from '#shared/text/key-list.vi.ts';
import { gridWords } from '#shared/text/grid-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { fold } from '#shared/text/vietnamese.ts';
import { screensOf } from '#renderer/screen-groups.ts';
import { recentRecords } from './recent.ts';
import { openActions, type OpenAction } from './registry.ts';

export type Command = {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
};

type Tier = Parameters<typeof screensOf>[0];

const ofBothTiers: readonly (readonly [address: string, label: string])[] = [
  ['/sessions/new', words.sessions.add],
  ['/nominations/new', words.nominations.add],
  ['/records/trainer/new', words.trainers.add],
  ['/people/new', words.people.add],
];

const ofDistricts: readonly (readonly [address: string, label: string])[] = [
  ['/teams/new', words.teams.add],
  ['/mediators/new', words.mediators.add],
  ['/mediators/grid', words.grid.title],
  ['/records/residential-unit/grid', gridWords.units.title],
  ['/records/residential-unit/new', words.records.newTitle(words.nav.residentialUnits.toLowerCase())],
  ['/records/decision/new', words.records.newTitle(words.nav.decisions.toLowerCase())],
];

/** What can be done from here: by the open screen, by the office's tier, and the records opened before. */
export const commandsFor = (tier: Tier, go: (address: string) => void): readonly Command[] => {
  const to = (group: string) => (address: string, label: string) => ({
    key: `${group} ${address}`,
    group,
    label,
    run: () => {
      go(address);
    },
  });
  const newest = openActions().filter(
    ({ id }, index, all) => id !== 'app.palette' && all.findLastIndex((one) => one.id === id) === index,
  );
  const isEverywhere = ({ id }: OpenAction): boolean => id.startsWith('app.');
  const here = [...newest.filter((one) => !isEverywhere(one)), ...newest.filter(isEverywhere)];
  return [
    ...here.map(({ id, label, run }) => ({
      key: id,
      group: paletteWords.here,
      label,
      keys: actionText(id).keys.map(showKey).join(', '),
      run,
    })),
    ...screensOf(tier).map(({ address, label }) => to(paletteWords.screens)(address, label)),
    to(paletteWords.screens)('/drafts', draftWords.title),
    ...[...(tier === 'district' ? ofDistricts : []), ...ofBothTiers].map(([address, label]) =>
      to(paletteWords.add)(address, label),
    ),
    ...recentRecords().map(({ address, title }) => to(paletteWords.recent)(address, title)),
  ];
};

/** Commands that hold every typed word, tones or not; those that begin with the text come first. */
export const findCommands = (commands: readonly Command[], typed: string): readonly Command[] => {
  const text = fold(typed);
  const found = commands.filter(({ label }) => text.split(' ').every((word) => fold(label).includes(word)));
  if (text === '') return found;
  const begins = ({ label }: Command): boolean => fold(label).startsWith(text);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))];
};
