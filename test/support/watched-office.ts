import { rmSync } from 'node:fs';
import type { ReadableDatabase } from '#db/open.ts';
import { createEngine } from '#engine/engine.ts';
import { listStates, sideOf, stateHashOf } from '#engine/exchange/office-state.ts';
import { handlers } from '#engine/handlers.ts';
import { systemIds } from '#engine/rim.ts';
import type { LogEntry } from '#shared/exchange/log-entry.ts';
import type { OfficeState } from '#shared/exchange/state.ts';
import { askOf, failOf, fixedClock, password, type Office } from './office.ts';

/** One change of the log with its chain hash. */
export type Noted = { readonly hash: string; readonly entry: LogEntry };

/** What a place holds of an office: records, how far it knows them, the log, and the hash that it tells. */
export type Sight = OfficeState & { readonly log: readonly Noted[]; readonly hash: string };

/** An installation into whose open database a test can look. */
export type WatchedOffice = Office & { readonly look: (officeId: string) => Promise<Sight> };

const readLog = (database: ReadableDatabase, officeId: string): readonly Noted[] =>
  database
    .prepare('SELECT hash, entry FROM change_log WHERE office_id = ? ORDER BY replica, n')
    .all<{ readonly hash: string; readonly entry: string }>(officeId)
    .map(({ hash, entry }) => ({ hash, entry: JSON.parse(entry) as LogEntry }));

/** Opens a workspace; with a `markerFolder` that has no note of it, as on another machine. */
export const openWatched = async (folder: string, markerFolder?: string): Promise<WatchedOffice> => {
  const clock = fixedClock();
  let seen: Omit<Sight, 'hash'> | undefined;
  const engine = createEngine({
    clock,
    ids: systemIds,
    handlers: {
      ...handlers,
      'state.hash': (context, input) => {
        const { database, identity } = context;
        const officeId = input.officeId ?? identity.officeId;
        const side = sideOf(database, officeId, identity.replica);
        const { context: reached, exceptions } = side;
        seen = { context: reached, exceptions, records: listStates(database, officeId), log: readLog(database, officeId) };
        return { office: officeId, hash: stateHashOf(database, officeId), context: reached };
      },
    },
    ...(markerFolder === undefined ? {} : { markerFolder }),
    onInternalError: (method, error) => {
      throw new Error(`internal error in ${method}`, { cause: error });
    },
  });
  const ask = askOf(engine);
  await ask('workspace.unlock', { folder, password });
  const look = async (officeId: string): Promise<Sight> => {
    const { hash } = await ask('state.hash', { officeId });
    if (seen === undefined) throw new Error('nothing was seen');
    return { ...seen, hash };
  };
  return { folder, engine, clock, recoveryCode: '', ask, fail: failOf(engine), look };
};

/** Ends an installation and forgets its files. */
export const scrap = ({ engine, folder }: Office): void => {
  engine.close();
  rmSync(folder, { recursive: true, force: true });
};
