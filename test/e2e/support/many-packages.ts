import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '#engine/engine.ts';
import { handlers } from '#engine/handlers.ts';
import { systemClock, systemIds } from '#engine/rim.ts';
import { listUnits } from '#shared/catalogue/units.ts';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';
import { password } from './books.ts';

type Office = Awaited<ReturnType<typeof setUp>>;

const setUp = async (folder: string, unit: string, officeName: string) => {
  const engine = createEngine({ clock: systemClock, ids: systemIds, handlers });
  const ask = async <M extends MethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>> => {
    const reply = await engine.call(method, input);
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.failure)}`);
    return reply.value;
  };
  const tier = unit.length === 2 ? 'province' : 'district';
  const escrow = tier === 'province' ? { escrowFile: `${folder}.escrow` } : {};
  const user = { userName: 'Nguyễn Văn An', password };
  await ask('workspace.create', { folder, tier, unit, asOf: '2019-12-01', officeName, ...user, ...escrow });
  return { engine, folder, unit, ask };
};

const enrol = async (province: Office, district: Office, allowSecondInstallation: boolean): Promise<void> => {
  const { fingerprint, file } = await district.ask('enrol.request', { file: `${district.folder}.hgreq` });
  const out = `${district.folder}.hgcert`;
  const grant = await province.ask('enrol.grant', { file, fingerprint, out, allowSecondInstallation });
  await district.ask('enrol.accept', { file: grant.file, fingerprint: grant.provinceFingerprint });
};

const people = ['Nguyễn Thị Hạnh', 'Trần Văn Bình', "H' Liên Niê Kđăm", 'Y Wơn Ênuôl', 'Lê Thị Oanh', 'Phạm Văn Khánh'];

/** A team and a person more with each package. */
const exportNext = async (office: Office, file: string, index: number): Promise<string> => {
  const [commune] = listUnits('commune', '2019-12-01', office.unit);
  const name = `Tổ hòa giải thôn ${index}`;
  const fullName = people[index % people.length] ?? '';
  await office.ask('record.put', { kind: 'team', lines: [{ name, communeId: commune?.id ?? '' }] });
  const sex = /Thị|^H'/.test(fullName) ? 'female' : 'male';
  await office.ask('record.put', {
    kind: 'person',
    lines: [{ fullName, sex, birthDate: String(1950 + index), ethnicGroup: '01' }],
  });
  const exported = await office.ask('package.export', { file });
  return exported.file;
};

/** Files that are no packages any more, and what is wrong with them. */
const breakFiles = (folder: string, good: string): readonly string[] => {
  const bytes = readFileSync(good);
  const write = (name: string, content: Uint8Array | string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const flipped = Uint8Array.from(bytes, (byte, index) => (index === bytes.length >> 1 ? byte ^ 1 : byte));
  return [
    write('hong-nua-tep.hgpkg', bytes.subarray(0, bytes.length >> 1)),
    write('hong-mot-bit.hgpkg', flipped),
    write('mat-dau.hgpkg', bytes.subarray(10)),
    write('trong.hgpkg', ''),
    write('thu-tay.hgpkg', 'Kính gửi Sở Tư pháp, gói dữ liệu gửi sau.'),
    join(folder, 'da-rut-usb.hgpkg'),
  ];
};

export type ManyPackages = {
  readonly province: string;
  readonly files: readonly string[];
  readonly goodCount: number;
  readonly repeatedCount: number;
  readonly badCount: number;
};

/**
 * What lies in a province's mail after a busy month, in no order: packages of five districts with two PCs each, some twice, files that were
 * broken on the way, and packages of a district of another province.
 */
export const makeManyPackages = async (base: string, perPc: number): Promise<ManyPackages> => {
  const mail = join(base, 'mail');
  mkdirSync(mail);
  const province = await setUp(join(base, 'province'), '66', 'Sở Tư pháp tỉnh Đắk Lắk');
  const stranger = await setUp(join(base, 'stranger'), '66', 'Sở Tư pháp tỉnh khác');
  const districts = listUnits('district', '2019-12-01', province.unit).slice(0, 5);
  const good: string[] = [];
  for (const { code, fullName } of districts) {
    for (const pc of [1, 2]) {
      const office = await setUp(
        join(base, `${code}-${pc}`),
        code,
        `Phòng Tư pháp ${fullName.charAt(0).toLowerCase()}${fullName.slice(1)}`,
      );
      await enrol(province, office, pc === 2);
      for (let index = 1; index <= perPc; index += 1)
        good.push(await exportNext(office, join(mail, `${code}-may${pc}-${String(index).padStart(3, '0')}.hgpkg`), index));
      office.engine.close();
    }
  }
  const [first] = districts;
  const unknown = await setUp(join(base, 'unknown'), first?.code ?? '', 'Phòng Tư pháp chưa đăng ký');
  await enrol(stranger, unknown, false);
  const strange: string[] = [];
  for (const index of [1, 2, 3, 4]) strange.push(await exportNext(unknown, join(mail, `la-${index}.hgpkg`), index));
  for (const { engine } of [province, stranger, unknown]) engine.close();
  const repeated = good
    .filter((_, index) => index % 8 === 3)
    .map((file, index) => {
      const copy = join(mail, `gui-lai-${index + 1}.hgpkg`);
      copyFileSync(file, copy);
      return copy;
    });
  const bad = [...breakFiles(mail, good[0] ?? ''), ...strange];
  const files = [...good, ...repeated, ...bad].map((file, index) => ({ file, key: (index * 37) % 101 }));
  return {
    province: province.folder,
    files: files.sort((a, b) => a.key - b.key).map(({ file }) => file),
    goodCount: good.length,
    repeatedCount: repeated.length,
    badCount: bad.length,
  };
};
