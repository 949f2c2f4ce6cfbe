import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import { storedKinds } from '#shared/domain/kinds.ts';
import { canonicalJson } from '#shared/exchange/canonical.ts';
import type { RecordState } from '#shared/exchange/state.ts';
import { projectRecord } from './record.ts';
import { findSetting, writeSetting } from './setting.ts';

/** Counts up whenever titles, search texts or sort keys are made in another way from the same fields. */
const projectionRules = 2;

/** The kinds and fields that this program puts into tables, as text: of another program it is another. */
const projectedKinds = (): string =>
  canonicalJson({
    rules: projectionRules,
    kinds: Object.fromEntries(
      storedKinds.map(({ kind, fields }) => [
        kind,
        Object.fromEntries(
          Object.entries(fields).map(([name, { type, searched }]) => [name, `${type}${searched ? ' searched' : ''}`]),
        ),
      ]),
    ),
  });

/** Whether the tables of the kinds were made by a program that knew other kinds or fields than this one. */
export const isProjectionOutdated = (database: ReadableDatabase): boolean =>
  findSetting(database, 'projected-kinds') !== projectedKinds();

/**
 * Fills the tables of all kinds anew from the records, so that fields and kinds which an older program kept without knowing them come into
 * lists, rules and reports. The records themselves, their log and their hash stay as they are.
 */
export const rebuildProjections = (database: WritableDatabase): void => {
  const rows = database
    .prepare('SELECT office_id AS officeId, state FROM record')
    .all<{ readonly officeId: string; readonly state: string }>();
  for (const { officeId, state } of rows) projectRecord(database, officeId, JSON.parse(state) as RecordState);
  writeSetting(database, 'projected-kinds', projectedKinds());
};
