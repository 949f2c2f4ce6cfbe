import { openStorage } from '#db/open.ts';
import { iterateChangesAfter } from '#db/queries/change-log.ts';
import { unwrapDataKey } from '#engine/keyring.ts';
import { databaseFileOf, readKeyring } from '#engine/workspace-files.ts';
import type { LogEntry } from '#shared/exchange/log-entry.ts';
import { password } from './office.ts';

/** The change log of a locked workspace, by replica and number. */
export const readLog = async (folder: string, officeId = '654'): Promise<readonly LogEntry[]> => {
  const keyring = readKeyring(folder);
  const wrap = keyring.wraps.find(({ holder }) => holder === 'user');
  const key = wrap && (await unwrapDataKey(keyring, wrap, password));
  if (key === undefined) throw new Error('the workspace does not open');
  const storage = openStorage(databaseFileOf(folder), key);
  const entries = storage.read((database) => [...iterateChangesAfter(database, officeId, {})]);
  storage.close();
  return entries;
};
