import { keep, readKept } from '#renderer/components/kept-state.ts';

export type Recent = { readonly address: string; readonly title: string };

const name = 'recent records';
const keptCount = 8;

/** Notes that a record was opened; forgotten when the workspace is locked, never stored. */
export const noteRecent = (record: Recent): void => {
  keep(name, [record, ...recentRecords().filter(({ address }) => address !== record.address)].slice(0, keptCount));
};

export const recentRecords = (): readonly Recent[] => readKept<readonly Recent[]>(name) ?? [];
