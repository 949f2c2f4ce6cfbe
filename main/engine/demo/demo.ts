import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listUnits, type AdministrativeUnit } from '#shared/catalogue/units.ts';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';
import type { HandlersOf } from '#engine/context.ts';
import { createEngine, type Engine } from '#engine/engine.ts';
import { EngineFailure, failure } from '#engine/failure.ts';
import { systemIds, systemMarkerFolder } from '#engine/rim.ts';
import { lowerFirst, type Batch, type DemoParts } from './batch.ts';
import { makeDistrict } from './district.ts';
import { createRandom, createSeededIds } from './random.ts';
import { makeTrainerPool } from './trainer-pool.ts';

export type DemoScale = 'district' | 'province' | 'nation';

export type DemoRequest = {
  readonly folder: string;
  readonly scale: DemoScale;
  readonly seed: number;
  readonly handlers: HandlersOf<MethodName>;
  readonly onProgress: (step: string, done: number, total: number) => void;
};

export type DemoResult = {
  readonly province: string;
  readonly districts: readonly { readonly office: string; readonly workspace: string; readonly package: string }[];
  readonly passwordFile: string;
};

/** Everybody's password in the demo; it protects made-up people only. */
export const demoPassword = 'hoa-giai-o-co-so';
const startedAt = new Date('2019-12-02T01:00:00.000Z');
const asOf = '2019-12-01';

type Office = { readonly engine: Engine; readonly folder: string; readonly parts: DemoParts };

const ask = async <M extends MethodName>(office: Office, method: M, input: InputOf<M>): Promise<OutputOf<M>> => {
  const reply = await office.engine.call(method, input);
  if (!reply.ok) throw new EngineFailure(reply.failure);
  return reply.value;
};

const officeName = (unit: AdministrativeUnit): string =>
  `${unit.tier === 'province' ? 'Sở' : 'Phòng'} Tư pháp ${lowerFirst(unit.fullName)}`;

const setUp = async (request: DemoRequest, unit: AdministrativeUnit, name: string): Promise<Office> => {
  const folder = join(request.folder, name);
  const random = createRandom(request.seed * 1_000_003 + Number(unit.code));
  const id = createSeededIds(random, startedAt);
  const engine = createEngine({
    clock: { now: () => startedAt },
    ids: { recordId: id, random: systemIds.random },
    markerFolder: systemMarkerFolder(),
    handlers: request.handlers,
    onInternalError: (method, error) => {
      throw new Error(`demo: ${method}`, { cause: error });
    },
  });
  const office = { engine, folder, parts: { random, id } };
  await ask(office, 'workspace.create', {
    folder,
    tier: unit.tier === 'province' ? 'province' : 'district',
    unit: unit.code,
    asOf,
    officeName: officeName(unit),
    userName: unit.tier === 'province' ? 'Cán bộ cấp tỉnh' : 'Chuyên viên cấp huyện',
    password: demoPassword,
    ...(unit.tier === 'province' ? { escrowFile: join(request.folder, 'escrow.txt') } : {}),
  });
  return office;
};

const enter = async (office: Office, batches: readonly Batch[]): Promise<void> => {
  for (const { kind, lines } of batches) {
    if (lines.length > 0) await ask(office, 'record.put', { kind, lines: [...lines] });
  }
};

const enrol = async (request: DemoRequest, province: Office, district: Office, code: string): Promise<void> => {
  const made = await ask(district, 'enrol.request', { file: join(request.folder, 'packages', `${code}.hgreq`) });
  const out = join(request.folder, 'packages', `${code}.hgcert`);
  const grant = await ask(province, 'enrol.grant', { file: made.file, fingerprint: made.fingerprint, out });
  await ask(district, 'enrol.accept', { file: grant.file, fingerprint: grant.provinceFingerprint });
};

/** Teams per commune; 184 communes give about 2,200 teams. */
const villagesPerCommune = 12;
/** 600,000 people in one workspace, for measuring. */
const nationVillagesPerCommune = 543;

const makeNation = async (request: DemoRequest, province: Office, districts: readonly AdministrativeUnit[]): Promise<void> => {
  for (const [index, district] of districts.entries()) {
    request.onProgress(district.fullName, index, districts.length);
    for (const batch of makeDistrict(province.parts, district, officeName(district), nationVillagesPerCommune)) {
      for (let at = 0; at < batch.lines.length; at += 5000)
        await enter(province, [{ kind: batch.kind, lines: batch.lines.slice(at, at + 5000) }]);
    }
  }
};

const makeDistrictOffice = async (request: DemoRequest, province: Office, unit: AdministrativeUnit) => {
  const district = await setUp(request, unit, `district-${unit.code}`);
  try {
    await enrol(request, province, district, unit.code);
    await enter(district, makeDistrict(district.parts, unit, officeName(unit), villagesPerCommune));
    const exported = await ask(district, 'package.export', { folder: join(request.folder, 'packages') });
    return { office: unit.code, workspace: district.folder, package: exported.file };
  } finally {
    district.engine.close();
  }
};

/**
 * Makes a province and its districts with made-up people, really enrolled, with one exported package each. The same seed gives the same
 * records; keys are random. Fails with `workspace-exists` where the folder holds a demo already.
 */
export const makeDemo = async (request: DemoRequest): Promise<DemoResult> => {
  const folder = join(request.folder, 'packages');
  if (existsSync(join(request.folder, 'province'))) throw failure('workspace-exists');
  mkdirSync(folder, { recursive: true });
  rmSync(join(request.folder, 'escrow.txt'), { force: true });
  const passwordFile = join(request.folder, 'password.txt');
  writeFileSync(passwordFile, `${demoPassword}\n`);
  const [provinceUnit] = listUnits('province', asOf) as [AdministrativeUnit];
  const all = listUnits('district', asOf, provinceUnit.id);
  const province = await setUp(request, provinceUnit, 'province');
  try {
    if (request.scale === 'nation') {
      await makeNation(request, province, all);
      return { province: province.folder, districts: [], passwordFile };
    }
    const pool = makeTrainerPool(province.parts, 'province', 5, provinceUnit.fullName, officeName(provinceUnit));
    await enter(province, pool.batches);
    const chosen = request.scale === 'district' ? all.filter((unit) => unit.code === '654') : all;
    const districts: DemoResult['districts'][number][] = [];
    for (const [index, unit] of chosen.entries()) {
      request.onProgress(unit.fullName, index, chosen.length);
      districts.push(await makeDistrictOffice(request, province, unit));
    }
    return { province: province.folder, districts, passwordFile };
  } finally {
    province.engine.close();
  }
};
