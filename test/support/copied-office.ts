import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fixedClock, newEngine, officeOn, password, type Office } from './office.ts';

/** The same installation as it was at some moment, on another PC or back on its own. */
export const copyOf = async (base: string, office: Office, name: string): Promise<Office> => {
  const folder = join(base, name);
  await office.ask('workspace.lock', {});
  cpSync(office.folder, folder, { recursive: true });
  await office.ask('workspace.unlock', { folder: office.folder, password });
  const engine = newEngine(office.clock);
  const copy = officeOn(engine, folder, office.clock);
  await copy.ask('workspace.unlock', { folder, password });
  return copy;
};

/** A workspace made from a backup. */
export const restoredFrom = async (base: string, backup: string, name: string, clock = fixedClock()): Promise<Office> => {
  const folder = join(base, name);
  const restored = officeOn(newEngine(clock), folder, clock);
  await restored.ask('workspace.restore', { backup, folder });
  await restored.ask('workspace.unlock', { folder, password });
  return restored;
};
