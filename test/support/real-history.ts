import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { isContained } from '#shared/exchange/reach-of-side.ts';
import type { Context } from '#shared/exchange/state.ts';
import { restoredFrom } from './copied-office.ts';
import type { Figures } from './figures.ts';
import { communeOf, enrol, enterTeam, fixedClock, setUpOffice, type Office } from './office.ts';

const pc = fc.nat(2);
const which = fc.oneof({ weight: 3, arbitrary: fc.nat(1) }, { weight: 2, arbitrary: fc.nat(20) });
/** Years off, and backwards between two steps. */
const instant = fc.integer({ min: 1975, max: 2090 }).map((year) => `${year}-02-28T23:59:59.999Z`);

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('edit' as const), pc, at: which, value: fc.constantFrom('x', 'y', null) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), pc, at: which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('remove-or-restore' as const), pc, at: which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('send' as const), pc }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('take' as const), pc, which, leaveOut: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('take-at-province' as const), which, leaveOut: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('receipt' as const), pc }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('decide' as const), pc }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('propose' as const), pc, at: which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer' as const), pc, accept: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('back-up' as const), pc }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('put-clock-wrong' as const), pc: fc.nat(3), instant }) },
);

/** Two PCs of one office, one of another, and the province: real engines, encrypted databases and files. */
export const realHistories = fc.array(step, { minLength: 4, maxLength: 20, size: 'max' });
type Step = typeof realHistories extends fc.Arbitrary<readonly (infer S)[]> ? S : never;

type Pc = { readonly officeId: string; readonly office: Office };
type Sent = { readonly officeId: string; readonly file: string };

/** What a step may meet because an earlier one was lost: all of it is a clear answer and changes nothing. */
const usual = new Set([
  'record-not-found',
  'validation-failed',
  'record-removed',
  'record-not-removed',
  'proposal-outdated',
  'proposal-no-change',
]);

let count = 0;

/** Four installations that live one history after the other; each begins with new teams and ends in agreement. */
export class RealWorld {
  private pcs: Pc[] = [];
  private teams: { readonly officeId: string; readonly teamId: string; readonly mediatorId: string }[] = [];
  private sent: Sent[] = [];
  private backup: { readonly at: number; readonly file: string } | undefined;
  private readonly taken = new Set<string>();
  private readonly acknowledged = new Map<string, { readonly numbers: number; readonly set: number }>();

  private readonly base: string;
  private readonly figures: Figures;
  private readonly province: Office;

  private constructor(base: string, figures: Figures, province: Office) {
    this.base = base;
    this.figures = figures;
    this.province = province;
  }

  static async setUp(base: string, figures: Figures): Promise<RealWorld> {
    const world = new RealWorld(base, figures, await setUpOffice(base, '66'));
    for (const [officeId, second] of [
      ['654', false],
      ['654', true],
      ['651', false],
    ] as const) {
      const office = await setUpOffice(base, officeId);
      await enrol(world.province, office, { second });
      world.pcs.push({ officeId, office });
    }
    for (const one of world.pcs) await world.answerTo(one);
    return world;
  }

  private name(ending: string): string {
    return join(this.base, `${(count += 1)}.${ending}`);
  }
  private async send({ officeId, office }: Pc): Promise<Sent> {
    const { file } = await office.ask('package.export', { file: this.name('hgpkg') });
    this.figures.add('packages written');
    this.sent.push({ officeId, file });
    return { officeId, file };
  }
  private async take(at: Office, { file }: Sent, leaveOut: readonly string[] = []): Promise<void> {
    const [result] = await at.ask('merge.apply', { files: [file], leaveOut: [...leaveOut] });
    if (result?.status === 'already-received') this.figures.add('packages repeated');
    else expect(result).toMatchObject({ status: 'applied', failure: null });
    this.taken.add(file);
  }
  private async answerTo({ officeId, office }: Pc): Promise<void> {
    const { file } = await this.province.ask('receipt.issue', { officeId, file: this.name('hgack') });
    this.figures.add('receipts written');
    await office.ask('receipt.receive', { file });
  }
  /** A call that may meet what an earlier step lost; whether it was done. */
  private async attempt(call: ReturnType<Office['engine']['call']>): Promise<boolean> {
    const reply = await call;
    if (!reply.ok) expect(usual).toContain(reply.failure.code);
    return reply.ok;
  }
  private newest<T>(all: readonly T[], which: number): T | undefined {
    return all[all.length - 1 - (which % Math.max(1, all.length))];
  }

  private async atPc(step: Step, at: Pc): Promise<void> {
    const { office, officeId } = at;
    const { call } = office.engine;
    const own = this.teams.filter((one) => one.officeId === officeId);
    const team = 'at' in step ? this.newest(own, step.at) : undefined;
    if (step.do === 'edit' && team)
      await this.attempt(call('record.put', { kind: 'team', lines: [{ id: team.teamId, note: step.value }] }));
    if (step.do === 'move' && team) {
      const other = own.find((one) => one.teamId !== team.teamId) ?? team;
      await this.attempt(call('record.put', { kind: 'mediator', lines: [{ id: team.mediatorId, teamId: other.teamId }] }));
    }
    if (step.do === 'remove-or-restore' && team) {
      const target = { kind: 'team', id: team.teamId, reason: 'thử' };
      if (!(await this.attempt(call('record.remove', target)))) await this.attempt(call('record.restore', target));
    }
    if (step.do === 'send') await this.send(at);
    if (step.do === 'take') {
      const packed = this.newest(
        this.sent.filter((one) => one.officeId === officeId),
        step.which,
      );
      if (packed) await this.take(office, packed, step.leaveOut ? own.map(({ teamId }) => `team/${teamId}`) : []);
    }
    if (step.do === 'receipt') await this.answerTo(at);
    if (step.do === 'decide') {
      const [conflict] = await office.ask('conflict.list', {});
      const dot = conflict?.values[0]?.dot;
      const choice = conflict?.about === 'removal' ? { value: true } : { take: dot };
      if (conflict && (await this.attempt(call('conflict.resolve', { conflict: conflict.id, ...choice, reason: 'thử' }))))
        this.figures.add('conflicts decided');
    }
    if (step.do === 'propose' && team)
      await this.attempt(
        this.province.engine.call('proposal.make', { kind: 'team', id: team.teamId, field: 'note', value: 'p', reason: 'thử' }),
      );
    if (step.do === 'answer') {
      const [open] = (await office.ask('proposal.list', { openOnly: true })).filter((one) => one.answerable);
      const method = step.accept ? 'proposal.accept' : 'proposal.refuse';
      if (open && (await this.attempt(call(method, { id: open.id })))) this.figures.add('proposals answered');
    }
    if (step.do === 'back-up') {
      this.backup = { at: this.pcs.indexOf(at), file: this.name('backup') };
      await office.ask('workspace.backup', { file: this.backup.file });
    }
  }

  private async step(step: Step): Promise<void> {
    this.figures.add('steps lived');
    if (step.do === 'put-clock-wrong') {
      [...this.pcs.map(({ office }) => office), this.province][step.pc]?.clock.moveTo(step.instant);
      this.figures.add('clocks put wrong');
    } else if ('pc' in step) await this.atPc(step, this.pcs[step.pc] as Pc);
    if (step.do === 'take-at-province') {
      const packed = this.newest(this.sent, step.which);
      const leaveOut = step.leaveOut ? this.teams.map(({ teamId }) => `team/${teamId}`) : [];
      if (packed) await this.take(this.province, packed, leaveOut);
    }
    if (step.do === 'undo') {
      const inForce = (await this.province.ask('imports.list', {})).filter((one) => one.undoneAt === null);
      const chosen = inForce[step.which % Math.max(1, Math.min(3, inForce.length))];
      if (chosen) {
        const { imports } = await this.province.ask('imports.undo', { importId: chosen.id });
        this.figures.add('imports undone', imports.length);
      }
    }
    if (step.do === 'restore' && this.backup) {
      const { at, file } = this.backup;
      const before = this.pcs[at] as Pc;
      before.office.engine.close();
      const office = await restoredFrom(this.base, file, `restored-${(count += 1)}`, fixedClock());
      this.pcs[at] = { ...before, office };
      this.figures.add('backups brought back');
    }
  }

  private async hashesOf(officeId: string) {
    const places = [this.province, ...this.pcs.filter((one) => one.officeId === officeId).map(({ office }) => office)];
    return Promise.all(places.map(async (one) => ({ one, ...(await one.ask('state.hash', { officeId })) })));
  }

  private async settle(officeId: string): Promise<void> {
    for (let round = 0; round < 2; round += 1)
      for (const one of this.pcs.filter((each) => each.officeId === officeId)) {
        await this.take(this.province, await this.send(one));
        await this.answerTo(one);
      }
    for (const one of this.pcs.filter((each) => each.officeId === officeId)) await this.answerTo(one);
  }

  private async check(officeId: string): Promise<void> {
    const before: readonly Context[] = (await this.hashesOf(officeId)).map(({ context }) => context);
    await this.settle(officeId);
    const [first, ...rest] = await this.hashesOf(officeId);
    if (!first) return;
    const lost = before.filter((one) => !isContained(one, first.context));
    const numbers = Object.values(first.context).reduce((sum, { n }) => sum + n, 0);
    this.figures.add('changes lost', lost.length);
    expect(lost).toEqual([]);
    const waiting = async (at: Office) => (await at.ask('conflict.list', { officeId })).map(({ id }) => id);
    const aside = async (at: Office) => (await at.ask('setAside.list', { officeId })).map(({ id, field }) => `${id} ${field}`);
    for (const other of rest) {
      this.figures.add('comparisons of state hashes');
      this.figures.add('hash disagreements', other.hash === first.hash ? 0 : 1);
      expect(other.hash).toBe(first.hash);
      expect(other.context).toEqual(first.context);
      expect(await waiting(other.one)).toEqual(await waiting(first.one));
      expect(await aside(other.one)).toEqual(await aside(first.one));
    }
    const set = (await aside(first.one)).length;
    this.acknowledged.set(officeId, { numbers, set });
  }
  /** Lives one history to the point where nobody knows more than another, and checks that nothing was lost. */
  async live(steps: readonly Step[]): Promise<void> {
    this.teams = [];
    this.backup = undefined;
    this.sent = [];
    for (const at of [this.pcs[0], this.pcs[0], this.pcs[2]] as readonly Pc[]) {
      const { teamId, mediatorIds } = await enterTeam(at.office, communeOf[at.officeId] ?? '', [
        { fullName: 'Trần Văn Bình', sex: 'male' },
      ]);
      this.teams.push({ officeId: at.officeId, teamId, mediatorId: mediatorIds[0] ?? '' });
    }
    for (const step of steps) await this.step(step);
    this.figures.add('packages lost', this.sent.filter(({ file }) => !this.taken.has(file)).length);
    await this.check('654');
    await this.check('651');
    this.figures.add('histories lived');
  }
  /** To be counted once, when the last history was lived: changes of all histories together. */
  countChanges(): void {
    for (const { numbers, set } of this.acknowledged.values()) {
      this.figures.add('changes acknowledged', numbers);
      this.figures.add('changes set aside, in the end', set);
      this.figures.add('changes standing, or replaced by someone who saw them', numbers - set);
    }
  }
}

/** A property over histories; after a failure the next is lived in a new world, so that shrinking tells the truth. */
export const livesOn = (base: string, figures: Figures) => {
  let world: Promise<RealWorld> | undefined;
  return {
    property: fc.asyncProperty(realHistories, async (steps) => {
      const current = await (world ??= RealWorld.setUp(base, figures));
      try {
        await current.live(steps);
      } catch (error) {
        world = undefined;
        throw error;
      }
    }),
    end: async (): Promise<void> => (await world)?.countChanges(),
  };
};
