import { join } from 'node:path';
import { enrol, setUpOffice, type Office } from './office.ts';

let count = 0;

/** A province and two PCs of one district, all enrolled. */
export type TwoPcs = {
  readonly province: Office;
  readonly first: Office;
  readonly second: Office;
  /** Takes what one PC has over to another place by a package. */
  readonly carry: (from: Office, to: Office) => Promise<string>;
  /** Issues a receipt for the district and has it taken in. */
  readonly answer: (to: Office) => Promise<string>;
};

export const setUpTwoPcs = async (base: string): Promise<TwoPcs> => {
  const province = await setUpOffice(base, '66');
  const first = await setUpOffice(base, '654');
  const second = await setUpOffice(base, '654');
  await enrol(province, first);
  await enrol(province, second, { second: true });
  const trust = await province.ask('receipt.issue', { officeId: '654', file: join(base, `${(count += 1)}.hgack`) });
  await first.ask('receipt.receive', { file: trust.file });
  const carry = async (from: Office, to: Office): Promise<string> => {
    const { file } = await from.ask('package.export', { file: join(base, `${(count += 1)}.hgpkg`) });
    const [result] = await to.ask('merge.apply', { files: [file] });
    if (result?.status !== 'applied') throw new Error(result?.message ?? 'not applied');
    return file;
  };
  const answer = async (to: Office): Promise<string> => {
    const { file } = await province.ask('receipt.issue', { officeId: '654', file: join(base, `${(count += 1)}.hgack`) });
    await to.ask('receipt.receive', { file });
    return file;
  };
  return { province, first, second, carry, answer };
};
