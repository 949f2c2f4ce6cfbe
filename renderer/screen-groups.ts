import { words } from '#shared/text/screen-words.vi.ts';
import type { IconName } from './components/icons.tsx';

/** A place of the window that the navigation leads to. */
export type Screen = { readonly address: string; readonly label: string; readonly icon: IconName };
export type ScreenGroup = { readonly title: string; readonly items: readonly Screen[] };

const { nav } = words;
const home: Screen = { address: '/', label: nav.home, icon: 'home' };
const books: readonly Screen[] = [
  { address: '/teams', label: nav.teams, icon: 'team' },
  { address: '/mediators', label: nav.mediators, icon: 'person' },
  { address: '/sessions', label: nav.sessions, icon: 'board' },
  { address: '/nominations', label: nav.nominations, icon: 'award' },
  { address: '/trainers', label: nav.trainers, icon: 'teach' },
  { address: '/people', label: nav.people, icon: 'card' },
  { address: '/findings', label: nav.findings, icon: 'check' },
  { address: '/print', label: nav.print, icon: 'print' },
];
const toDecide: Screen = { address: '/to-decide', label: nav.decide, icon: 'check' };
const trust: readonly Screen[] = [
  { address: '/enrolment', label: nav.enrolment, icon: 'enrol' },
  { address: '/trust', label: nav.trust, icon: 'trust' },
];
const lists: readonly Screen[] = [
  { address: '/records/residential-unit', label: nav.residentialUnits, icon: 'places' },
  { address: '/records/decision', label: nav.decisions, icon: 'paper' },
];
const office: ScreenGroup = {
  title: nav.office,
  items: [
    { address: '/backup', label: nav.backup, icon: 'backup' },
    { address: '/removed', label: nav.removed, icon: 'restore' },
    { address: '/settings', label: nav.settings, icon: 'settings' },
    { address: '/help', label: nav.help, icon: 'help' },
  ],
};

const districtGroups: readonly ScreenGroup[] = [
  { title: nav.books, items: [home, ...books, { address: '/import', label: nav.importing, icon: 'receive' }] },
  {
    title: nav.exchange,
    items: [
      { address: '/export', label: nav.exportPackage, icon: 'send' },
      { address: '/receipts', label: nav.receipts, icon: 'receipt' },
      toDecide,
      { address: '/inbox', label: nav.ownInbox, icon: 'receive' },
      ...trust,
    ],
  },
  { title: nav.lists, items: lists },
  office,
];

const provinceGroups: readonly ScreenGroup[] = [
  { title: nav.books, items: [home, { address: '/inbox', label: nav.inbox, icon: 'receive' }, ...books] },
  { title: nav.exchange, items: [toDecide, ...trust] },
  { title: nav.lists, items: lists },
  office,
];

/** The screens of an office by its tier, as the navigation shows them. */
export const screenGroups = { district: districtGroups, province: provinceGroups } as const;

const screens = {
  district: districtGroups.flatMap((group) => group.items),
  province: provinceGroups.flatMap((group) => group.items),
} as const;

export const screensOf = (tier: keyof typeof screens): readonly Screen[] => screens[tier];
