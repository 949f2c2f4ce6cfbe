import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { communeOf, enrol, enterTeam, fixedClock, newEngine, password, setUpOffice, type Office } from './office.ts';
import { openWatched, scrap, type WatchedOffice } from './watched-office.ts';

export type Team = { readonly officeId: string; readonly teamId: string; readonly mediatorId: string };
/** One PC of an office; `installId` is shared by copies of its workspace. */
export type Pc = { readonly name: number; readonly officeId: string; readonly installId: string; readonly office: WatchedOffice };

/** Closed workspaces of a province and three PCs, all enrolled, with teams that all of their office know. */
export type Template = {
  readonly base: string;
  readonly folders: { readonly province: string; readonly pcs: readonly string[] };
  readonly teams: readonly Team[];
};

const officeIds = ['654', '654', '651'] as const;

const answer = async (base: string, province: Office, pc: Office, officeId: string): Promise<void> => {
  const { file } = await province.ask('receipt.issue', { officeId, file: join(base, `template-${Math.random()}.hgack`) });
  await pc.ask('receipt.receive', { file });
};

/** Made once for many histories, which each begin with copies of it. */
export const makeTemplate = async (base: string): Promise<Template> => {
  const province = await setUpOffice(base, '66');
  const pcs: Office[] = [];
  for (const [index, officeId] of officeIds.entries()) {
    const pc = await setUpOffice(base, officeId);
    await enrol(province, pc, { second: officeIds.indexOf(officeId) < index });
    pcs.push(pc);
  }
  const teams: Team[] = [];
  for (const index of [0, 0, 2]) {
    const officeId = officeIds[index] as string;
    const member = { fullName: 'Trần Văn Bình', sex: 'male' } as const;
    const { teamId, mediatorIds } = await enterTeam(pcs[index] as Office, communeOf[officeId] ?? '', [member]);
    teams.push({ officeId, teamId, mediatorId: mediatorIds[0] ?? '' });
  }
  for (let round = 0; round < 2; round += 1)
    for (const [index, pc] of pcs.entries()) {
      await answer(base, province, pc, officeIds[index] as string);
      const { file } = await pc.ask('package.export', { file: join(base, `template-${round}-${index}.hgpkg`) });
      await province.ask('merge.apply', { files: [file] });
    }
  for (const [index, pc] of pcs.entries()) await answer(base, province, pc, officeIds[index] as string);
  for (const one of [province, ...pcs]) {
    await one.ask('workspace.lock', {});
    rmSync(join(one.folder, 'backups'), { recursive: true, force: true });
  }
  return { base, folders: { province: province.folder, pcs: pcs.map(({ folder }) => folder) }, teams };
};

let count = 0;

/** The installations of one history, in a folder of its own. */
export class RealWorld {
  readonly province: WatchedOffice;
  pcs: readonly Pc[];
  /** Backups and images of whole workspaces, as they were at some moment. */
  readonly kept: { readonly pc: Pc; readonly backup: string; readonly image: string }[] = [];
  private readonly folder: string;

  private constructor(folder: string, province: WatchedOffice, pcs: readonly Pc[]) {
    this.folder = folder;
    this.province = province;
    this.pcs = pcs;
  }

  static async begin({ base, folders }: Template): Promise<RealWorld> {
    const folder = join(base, `history-${(count += 1)}`);
    const open = async (from: string, name: string): Promise<WatchedOffice> => {
      const place = join(folder, name);
      cpSync(from, place, { recursive: true });
      return openWatched(place);
    };
    const province = await open(folders.province, 'province');
    const pcs: Pc[] = [];
    for (const [index, from] of folders.pcs.entries()) {
      const office = await open(from, `pc-${index}`);
      const { installId } = await office.ask('keys.get', {});
      pcs.push({ name: index, officeId: officeIds[index] as string, installId, office });
    }
    return new RealWorld(folder, province, pcs);
  }

  /** A new file of this history. */
  file(ending: string): string {
    return join(this.folder, `${(count += 1)}.${ending}`);
  }
  pcsOf(officeId: string): readonly Pc[] {
    return this.pcs.filter((one) => one.officeId === officeId);
  }
  private replace(pc: Pc, office: WatchedOffice): void {
    const before = this.pcs.find((one) => one.name === pc.name);
    if (before) scrap(before.office);
    this.pcs = this.pcs.map((one) => (one.name === pc.name ? { ...one, office } : one));
  }
  private imageOf(image: string): string {
    const place = this.file('workspace');
    cpSync(image, place, { recursive: true });
    return place;
  }

  async keep(pc: Pc): Promise<void> {
    const [backup, image] = [this.file('backup'), this.file('image')];
    const { office } = pc;
    await office.ask('workspace.backup', { file: backup });
    await office.ask('workspace.lock', {});
    cpSync(office.folder, image, { recursive: true });
    await office.ask('workspace.unlock', { folder: office.folder, password });
    this.kept.push({ pc, backup, image });
  }
  /** Brings a PC back from a backup, as a person does. */
  async restore({ pc, backup }: RealWorld['kept'][number]): Promise<void> {
    const folder = this.file('workspace');
    const engine = newEngine(fixedClock());
    const reply = await engine.call('workspace.restore', { backup, folder });
    engine.close();
    if (!reply.ok) throw new Error(reply.failure.code);
    this.replace(pc, await openWatched(folder));
  }
  /** A PC's workspace goes on on another machine too, which notices. */
  async copy({ pc, image }: RealWorld['kept'][number]): Promise<void> {
    const machine = this.file('machine');
    mkdirSync(machine);
    const office = await openWatched(this.imageOf(image), machine);
    this.pcs = [...this.pcs, { ...pc, name: this.pcs.length, office }];
  }
  /** A PC is put back to an older state that nothing tells from the original. */
  async setBack({ pc, image }: RealWorld['kept'][number]): Promise<void> {
    this.replace(pc, await openWatched(this.imageOf(image)));
  }
  end(): void {
    for (const { office } of this.pcs) office.engine.close();
    this.province.engine.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
