import fc from 'fast-check';
import { expect } from 'vitest';
import type { Figures } from './figures.ts';
import type { Office } from './office.ts';
import { accountFor, checkTruth } from './real-account.ts';
import { realHistories, type RealStep } from './real-steps.ts';
import { RealWorld, type Pc, type Team, type Template } from './real-world.ts';
import type { Noted, Sight } from './watched-office.ts';

type Sent = { readonly officeId: string; readonly file: string };

/** What a step may meet because an earlier one was lost: all of it is a clear answer and changes nothing. */
const usual = [
  ...['record-not-found', 'validation-failed', 'record-removed', 'record-not-removed'],
  ...['proposal-outdated', 'proposal-no-change', 'proposal-answered', 'conflict-not-found', 'conflict-changed'],
];
/** What files meet where an installation was revoked, or where a PC went on unnoticed from an older state. */
const afterRevocation = ['package-revoked-key', 'package-not-for-us'];
const afterFork = ['package-fork', 'receipt-fork'];

const mostPcs = 5;

/** Lives one history in a world of its own. */
class RealLife {
  private readonly world: RealWorld;
  private readonly teams: readonly Team[];
  private readonly figures: Figures;
  private readonly sent: Sent[] = [];
  private readonly taken = new Set<string>();
  private readonly revoked = new Set<string>();
  /** Offices of which a PC was put back unnoticed, and those of which imports were undone. */
  private readonly setBack = new Set<string>();
  private readonly undone = new Set<string>();
  /** Changes that the province once had, by chain hash. */
  private readonly reached = new Map<string, Noted>();

  constructor(world: RealWorld, teams: readonly Team[], figures: Figures) {
    this.world = world;
    this.teams = teams;
    this.figures = figures;
  }

  private newest<T>(all: readonly T[], which: number): T | undefined {
    return all[all.length - 1 - (which % Math.max(1, all.length))];
  }
  private hinders(officeId: string): readonly string[] {
    const hasRevoked = this.world.pcsOf(officeId).some(({ installId }) => this.revoked.has(installId));
    return [...(hasRevoked ? afterRevocation : []), ...(this.setBack.has(officeId) ? afterFork : [])];
  }
  private inForce(officeId: string): readonly Pc[] {
    return this.world.pcsOf(officeId).filter(({ installId }) => !this.revoked.has(installId));
  }

  private async send({ officeId, office }: Pc): Promise<Sent> {
    const { file } = await office.ask('package.export', { file: this.world.file('hgpkg') });
    this.figures.add('packages written');
    this.sent.push({ officeId, file });
    return { officeId, file };
  }
  private teamOf(officeId: string, which: number): Team | undefined {
    return this.newest(
      this.teams.filter((one) => one.officeId === officeId),
      which,
    );
  }
  /** What a person leaves out: a whole team, or one field of it. */
  private leftOut(officeId: string, which: number | undefined): string[] {
    if (which === undefined) return [];
    const team = this.teamOf(officeId, which);
    return [`team/${team?.teamId ?? ''}${which % 2 === 0 ? '/note' : ''}`];
  }
  private async take(at: Office, { officeId, file }: Sent, which?: number): Promise<void> {
    const [result] = await at.ask('merge.apply', { files: [file], leaveOut: this.leftOut(officeId, which) });
    if (result?.status === 'already-received') this.figures.add('packages repeated');
    if (result?.status === 'refused') {
      expect(this.hinders(officeId)).toContain(result.failure?.code);
      this.figures.add('packages refused, with a reason');
      if (result.failure?.code === 'package-fork') this.figures.add('forks recognised');
      return;
    }
    expect(result).toMatchObject({ failure: null });
    this.taken.add(file);
  }
  private async takeAtProvince(packed: Sent, leaveOut?: number): Promise<void> {
    await this.take(this.world.province, packed, leaveOut);
    for (const change of (await this.world.province.look(packed.officeId)).log) this.reached.set(change.hash, change);
  }
  private async answerTo({ officeId, office }: Pc): Promise<void> {
    const { file } = await this.world.province.ask('receipt.issue', { officeId, file: this.world.file('hgack') });
    this.figures.add('receipts written');
    const reply = await office.engine.call('receipt.receive', { file });
    if (!reply.ok) expect(this.hinders(officeId)).toContain(reply.failure.code);
  }
  /** A call that may meet what an earlier step lost; whether it was done. */
  private async attempt(call: ReturnType<Office['engine']['call']>): Promise<boolean> {
    const reply = await call;
    if (!reply.ok) expect(usual).toContain(reply.failure.code);
    return reply.ok;
  }

  private async write(step: RealStep, { office, officeId }: Pc): Promise<void> {
    const { call } = office.engine;
    const own = this.teams.filter((one) => one.officeId === officeId);
    const team = 'at' in step ? this.teamOf(officeId, step.at) : undefined;
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
    if (step.do === 'decide') {
      const [conflict] = await office.ask('conflict.list', {});
      const dot = conflict?.values.at(step.last ? -1 : 0)?.dot;
      const choice = conflict?.about === 'removal' ? { value: step.last ? null : true } : { take: dot };
      if (conflict && (await this.attempt(call('conflict.resolve', { conflict: conflict.id, ...choice, reason: 'thử' }))))
        this.figures.add('conflicts decided');
    }
    if (step.do === 'decide-again') {
      const decided = (await office.ask('conflict.decided', {})).find((one) => one.standing);
      const take = decided?.values.at(-1)?.dot;
      if (decided && take && (await this.attempt(call('conflict.decideAgain', { conflict: decided.id, take, reason: 'thử' }))))
        this.figures.add('conflicts decided');
    }
    if (step.do === 'answer') {
      const all = (await office.ask('proposal.list', {})).filter((one) => one.office === officeId && one.state !== 'withdrawn');
      const chosen = all.find((one) => one.answer === null) ?? all[0];
      const method = step.accept ? 'proposal.accept' : 'proposal.refuse';
      if (chosen && (await this.attempt(call(method, { id: chosen.id, again: chosen.answer !== null }))))
        this.figures.add('proposals answered');
    }
  }

  private otherPc(at: Pc, which: number): Pc | undefined {
    const others = this.world.pcsOf(at.officeId).filter(({ name }) => name !== at.name);
    return others[which % Math.max(1, others.length)];
  }
  /** Two PCs write the same field unseen by each other; one of them then knows both. */
  private async diverge(at: Pc, { to, at: which }: { readonly to: number; readonly at: number }): Promise<void> {
    const other = this.otherPc(at, to);
    if (!other) return;
    await this.write({ do: 'edit', pc: 0, at: which, value: `${at.name}` }, at);
    await this.write({ do: 'edit', pc: 0, at: which, value: `${other.name}` }, other);
    await this.take(other.office, await this.send(at));
  }

  private async atPc(step: RealStep, at: Pc): Promise<void> {
    await this.write(step, at);
    if (step.do === 'send') await this.send(at);
    if (step.do === 'take') {
      const packed = this.newest(
        this.sent.filter((one) => one.officeId === at.officeId),
        step.which,
      );
      if (packed) await this.take(at.office, packed, step.leaveOut);
    }
    if (step.do === 'carry') {
      const packed = await this.send(at);
      const to = this.otherPc(at, step.to);
      if (to) await this.take(to.office, packed, step.leaveOut);
    }
    if (step.do === 'diverge') await this.diverge(at, step);
    if (step.do === 'propose') {
      const team = this.teamOf(at.officeId, step.at);
      const proposal = { kind: 'team', id: team?.teamId ?? '', field: 'note', value: step.value, reason: 'thử' };
      await this.attempt(this.world.province.engine.call('proposal.make', proposal));
      if (step.hear) await this.answerTo(at);
    }
    if (step.do === 'report') await this.takeAtProvince(await this.send(at), step.leaveOut);
    if (step.do === 'hear') await this.answerTo(at);
    if (step.do === 'back-up') await this.world.keep(at);
    const others = this.inForce(at.officeId).filter(({ installId }) => installId !== at.installId);
    if (step.do === 'revoke' && others.length > 0 && !this.revoked.has(at.installId)) {
      await this.world.province.ask('trust.revoke', { installId: at.installId, reason: 'Máy bị mất' });
      this.revoked.add(at.installId);
      this.figures.add('installations revoked');
    }
  }

  private async withKept(step: RealStep): Promise<void> {
    const kept = 'which' in step ? this.newest(this.world.kept, step.which) : undefined;
    if (!kept) return;
    if (step.do === 'restore') {
      await this.world.restore(kept);
      this.figures.add('backups brought back');
    }
    if (step.do === 'copy' && this.world.pcs.length < mostPcs) {
      await this.world.copy(kept);
      this.figures.add('workspaces copied');
    }
    if (step.do === 'set-back') {
      await this.world.setBack(kept);
      this.setBack.add(kept.pc.officeId);
    }
  }

  async step(step: RealStep): Promise<void> {
    const { province, pcs } = this.world;
    this.figures.add('steps lived');
    if (step.do === 'put-clock-wrong') {
      const at = step.pc % (pcs.length + 1);
      (pcs[at]?.office ?? province).clock.moveTo(step.instant);
      this.figures.add('clocks put wrong');
    } else if ('pc' in step) await this.atPc(step, pcs[step.pc % pcs.length] as Pc);
    if (step.do === 'take-at-province') {
      const packed = this.newest(this.sent, step.which);
      if (packed) await this.takeAtProvince(packed, step.leaveOut);
    }
    if (step.do === 'undo') {
      const inForce = (await province.ask('imports.list', {})).filter((one) => one.undoneAt === null);
      const chosen = inForce[step.which % Math.max(1, Math.min(3, inForce.length))];
      if (chosen) {
        const { imports } = await province.ask('imports.undo', { importId: chosen.id });
        this.figures.add('imports undone', imports.length);
        this.undone.add(chosen.office);
      }
    }
    await this.withKept(step);
  }

  private looks(officeId: string): Promise<readonly Sight[]> {
    const places = [this.world.province, ...this.inForce(officeId).map(({ office }) => office)];
    return Promise.all(places.map((one) => one.look(officeId)));
  }
  /** Every PC in force sends, the province takes and answers, until nobody knows more than another. */
  private async settle(officeId: string): Promise<void> {
    for (let round = 0; round < 3; round += 1)
      for (const { name } of this.inForce(officeId)) {
        const now = (): Pc => this.world.pcs.find((one) => one.name === name) as Pc;
        await this.takeAtProvince(await this.send(now()));
        await this.answerTo(now());
      }
    for (const one of this.inForce(officeId)) await this.answerTo(one);
  }

  private async isQuarantined(officeId: string): Promise<boolean> {
    const alarms = await this.world.province.ask('fork.list', {});
    return this.setBack.has(officeId) && alarms.some((one) => one.office === officeId && !one.settled);
  }

  private async check(officeId: string): Promise<void> {
    const acknowledged = new Map<string, Noted>([...this.reached].filter(([, { entry }]) => entry.office === officeId));
    for (const { log } of await this.looks(officeId)) for (const change of log) acknowledged.set(change.hash, change);
    await this.settle(officeId);
    const [first, ...others] = (await this.looks(officeId)) as [Sight, ...Sight[]];
    for (const sight of [first, ...others]) checkTruth(sight);
    const quarantined = await this.isQuarantined(officeId);
    accountFor(
      [...acknowledged.values()],
      first,
      ({ hash }) => {
        if (this.undone.has(officeId) && this.reached.has(hash)) return 'undone';
        return quarantined ? 'quarantined' : undefined;
      },
      this.figures,
    );
    if (quarantined) return;
    const waiting = async (at: Office) => (await at.ask('conflict.list', { officeId })).map(({ id }) => id);
    const conflicts = await waiting(this.world.province);
    const hasRevoked = this.world.pcsOf(officeId).length > this.inForce(officeId).length;
    for (const [index, sight] of others.entries()) {
      expect(sight.context).toEqual(first.context);
      // What a revocation left out at the province may stand where it was taken in before.
      if (hasRevoked) continue;
      this.figures.add('comparisons of state hashes');
      this.figures.add('hash disagreements', sight.hash === first.hash ? 0 : 1);
      expect(sight.exceptions).toEqual(first.exceptions);
      expect(sight.hash).toBe(first.hash);
      expect(await waiting((this.inForce(officeId)[index] as Pc).office)).toEqual(conflicts);
    }
  }

  /** Lives the steps to the point where nobody knows more than another, and checks what became of every change. */
  async live(steps: readonly RealStep[]): Promise<void> {
    for (const step of steps) await this.step(step);
    this.figures.add('packages lost', this.sent.filter(({ file }) => !this.taken.has(file)).length);
    await this.check('654');
    await this.check('651');
    this.figures.add('histories lived');
  }
}

/** Lives one history in a copy of the template. */
export const liveReally = async (template: Template, steps: readonly RealStep[], figures: Figures): Promise<void> => {
  const world = await RealWorld.begin(template);
  try {
    await new RealLife(world, template.teams, figures).live(steps);
  } finally {
    world.end();
  }
};

/** A property over histories. */
export const realProperty = (template: () => Template, figures: Figures) =>
  fc.asyncProperty(realHistories, (steps) => liveReally(template(), steps, figures));
