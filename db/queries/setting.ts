import { eq } from 'drizzle-orm';
import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import { setting } from '#db/schema/workspace.ts';

/** Keys of the workspace's own settings; local, never in a package. */
export type SettingKey =
  | 'workspace-id'
  | 'install-id'
  | 'tier'
  | 'office-id'
  | 'office-name'
  | 'unit-id'
  | 'as-of'
  | 'last-backup-at'
  | 'projected-kinds'
  | 'enrolment-request'
  | 'superior-agency'
  | 'issuing-agency'
  | 'place-name'
  | 'signer-capacity'
  | 'signer-title'
  | 'signer-name';

export const findSetting = (database: ReadableDatabase, key: SettingKey): string | undefined =>
  database.orm.select({ value: setting.value }).from(setting).where(eq(setting.key, key)).get()?.value;

export const writeSetting = (database: WritableDatabase, key: SettingKey, value: string): void => {
  database.orm.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } }).run();
};
