import { findSetting, writeSetting, type SettingKey } from '#db/queries/setting.ts';
import { findUnitById } from '#shared/catalogue/units.ts';
import type { PaperSettings } from '#shared/contract/workspace-methods.ts';
import type { CommandContext, QueryContext } from './context.ts';
import type { Identity } from './identity.ts';

const keys: Readonly<Record<keyof PaperSettings, SettingKey>> = {
  superiorAgency: 'superior-agency',
  issuingAgency: 'issuing-agency',
  placeName: 'place-name',
  signerCapacity: 'signer-capacity',
  signerTitle: 'signer-title',
  signerName: 'signer-name',
};

const upper = (text: string): string => text.toLocaleUpperCase('vi');

/** What stands on paper until the office says otherwise. */
const defaultsOf = ({ tier, unitId }: Identity): PaperSettings => {
  const unit = findUnitById(unitId);
  return {
    superiorAgency: upper(`Ủy ban nhân dân ${unit?.fullName ?? ''}`),
    issuingAgency: tier === 'province' ? 'SỞ TƯ PHÁP' : 'PHÒNG TƯ PHÁP',
    placeName: unit?.name ?? '',
    signerCapacity: '',
    signerTitle: tier === 'province' ? 'GIÁM ĐỐC' : 'TRƯỞNG PHÒNG',
    signerName: '',
  };
};

export const readPaperSettings = ({ database, identity }: Pick<QueryContext, 'database' | 'identity'>): PaperSettings => {
  const defaults = defaultsOf(identity);
  return Object.fromEntries(
    Object.entries(keys).map(([name, key]) => [name, findSetting(database, key) ?? defaults[name as keyof PaperSettings]]),
  ) as PaperSettings;
};

export const writePaperSettings = (
  context: CommandContext,
  changes: { readonly [N in keyof PaperSettings]?: string | undefined },
): PaperSettings => {
  for (const [name, value] of Object.entries(changes))
    if (value !== undefined) writeSetting(context.database, keys[name as keyof PaperSettings], value);
  return readPaperSettings(context);
};
