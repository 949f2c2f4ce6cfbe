import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createEngine, type Engine } from '#engine/engine.ts';
import { handlers } from '#engine/handlers.ts';
import { systemIds } from '#engine/rim.ts';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';

export const password = 'mat-khau-thu-nghiem';

/** A clock that stands still until it is moved. */
export const fixedClock = (start = '2019-12-02T03:00:00.000Z') => {
  let now = new Date(start);
  return {
    now: () => now,
    moveTo: (instant: string) => {
      now = new Date(instant);
    },
  };
};

/** A fresh folder that is removed after the tests of the file. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hoa-giai-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
};

/** One installation: a real engine on a real encrypted database. */
export type Office = {
  readonly folder: string;
  readonly engine: Engine;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly recoveryCode: string;
  /** Calls and expects success. */
  readonly ask: <M extends MethodName>(method: M, input: InputOf<M>) => Promise<OutputOf<M>>;
  /** Calls and expects a failure. */
  readonly fail: <M extends MethodName>(method: M, input: InputOf<M>) => Promise<Failure>;
};

export const askOf =
  (engine: Engine) =>
  async <M extends MethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>> => {
    const reply = await engine.call(method, input);
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.failure)}`);
    return reply.value;
  };

export const failOf =
  (engine: Engine) =>
  async <M extends MethodName>(method: M, input: InputOf<M>): Promise<Failure> => {
    const reply = await engine.call(method, input);
    if (reply.ok) throw new Error(`${method} succeeded`);
    return reply.failure;
  };

/** `markerFolder` stands for a machine; without it copies of a workspace are not told from the original. */
export const newEngine = (clock: ReturnType<typeof fixedClock>, markerFolder?: string): Engine =>
  createEngine({
    clock,
    ids: systemIds,
    handlers,
    ...(markerFolder === undefined ? {} : { markerFolder }),
    onInternalError: (method, error) => {
      throw new Error(`internal error in ${method}`, { cause: error });
    },
  });

export const officeOn = (engine: Engine, folder: string, clock: ReturnType<typeof fixedClock>, recoveryCode = ''): Office => {
  afterAll(() => {
    engine.close();
  });
  return { folder, engine, clock, recoveryCode, ask: askOf(engine), fail: failOf(engine) };
};

const names: Readonly<Record<string, string>> = {
  '66': 'Sở Tư pháp tỉnh Đắk Lắk',
  '654': 'Phòng Tư pháp huyện Krông Pắc',
  '651': 'Phòng Tư pháp huyện Ea Kar',
};

/** Sets up an office of the given unit in a fresh workspace. */
export const setUpOffice = async (base: string, unit: string, clock = fixedClock()): Promise<Office> => {
  const engine = newEngine(clock);
  const folder = join(base, `office-${unit}-${Math.random().toString(36).slice(2, 8)}`);
  const tier = unit === '66' ? 'province' : 'district';
  const { recoveryCode } = await askOf(engine)('workspace.create', {
    folder,
    tier,
    unit,
    asOf: '2019-12-01',
    officeName: names[unit] ?? `Phòng Tư pháp ${unit}`,
    userName: 'Nguyễn Văn Thử',
    password,
    ...(tier === 'province' ? { escrowFile: `${folder}.escrow` } : {}),
  });
  return officeOn(engine, folder, clock, recoveryCode);
};

/** Enrols a district at a province: request, comparison of fingerprints both ways, grant, acceptance. */
export const enrol = async (
  province: Office,
  district: Office,
  options: { readonly withState?: boolean; readonly second?: boolean } = {},
): Promise<void> => {
  const request = await district.ask('enrol.request', { file: `${district.folder}.hgreq` });
  const grant = await province.ask('enrol.grant', {
    file: request.file,
    fingerprint: request.fingerprint,
    out: `${district.folder}.hgcert`,
    withState: options.withState ?? false,
    allowSecondInstallation: options.second ?? false,
  });
  await district.ask('enrol.accept', { file: grant.file, fingerprint: grant.provinceFingerprint });
};

/** A commune of each district used in tests. */
export const communeOf: Readonly<Record<string, string>> = { '654': '24502', '651': '24373' };

/** Enters a team with members; returns its id and the memberships'. */
export const enterTeam = async (
  office: Office,
  communeId: string,
  members: readonly { readonly fullName: string; readonly sex: 'male' | 'female'; readonly role?: string }[],
): Promise<{ readonly teamId: string; readonly mediatorIds: readonly string[] }> => {
  const put = await office.ask('record.put', { kind: 'team', lines: [{ name: 'Tổ hòa giải thôn 1', communeId }] });
  const teamId = put.results[0]?.id ?? '';
  const mediators = await office.ask('record.put', {
    kind: 'mediator',
    lines: members.map((member) => ({ birthDate: '1965', ethnicGroup: '01', role: 'member', ...member, teamId })),
  });
  return { teamId, mediatorIds: mediators.results.map((result) => result.id) };
};

export const threeMembers = [
  { fullName: 'Trần Văn Bình', sex: 'male', role: 'leader' },
  { fullName: 'Lê Thị Hoa', sex: 'female' },
  { fullName: "H' Liên Niê", sex: 'female' },
] as const;
