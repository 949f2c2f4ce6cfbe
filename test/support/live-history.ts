import { expect } from 'vitest';
import { stateLine } from '#shared/exchange/heads.ts';
import { reachFinder } from '#shared/exchange/join.ts';
import type { ContextException, OfficeState, RecordState } from '#shared/exchange/state.ts';
import type { Figures } from './figures.ts';
import type { History, Step } from './history-steps.ts';
import { SimulatedProvince, type Answer, type Package, type Pc, type Taken } from './simulated-province.ts';
import { changesIn, isForked, recordOf, sideFor, standing, type Change } from './simulated-write.ts';

const largest = 8;

const newest = <T>(all: readonly T[], which: number): T | undefined => all[all.length - 1 - (which % Math.max(1, all.length))];

/** Runs the steps; whatever a step does not find (no package yet, no backup) it leaves undone. */
class Life {
  readonly world = new SimulatedProvince();
  readonly offices: readonly string[];
  /** Offices in which a PC was put back unnoticed: a fork may have come of it. */
  readonly setBack = new Set<string>();
  private readonly taken = new Set<string>();
  private readonly heard = new Set<Answer>();
  private readonly newestTaken = new Map<string, number>();

  /** Changes that the province once had, by office. */
  readonly reached = new Map<string, Set<string>>();
  /** What took changes out of the world again, by office. */
  readonly undone = new Set<string>();
  private readonly figures: Figures;

  constructor(history: History, figures: Figures) {
    this.figures = figures;
    this.offices = Array.from({ length: history.offices }, (_, at) => String(650 + at));
    for (const office of this.offices) this.world.enrol(office);
    for (const at of history.pcs.slice(0, largest - history.offices))
      this.world.enrol(this.offices[at % this.offices.length] as string);
    for (const step of history.steps) this.take(step);
  }

  private count(packed: Package, result: Taken): void {
    if (result === 'refused') this.figures.add('packages refused, with a reason');
    if (result === 'fork') this.figures.add('forks recognised');
    if (result === 'known' || this.taken.has(packed.id)) this.figures.add('packages repeated');
    const newest = this.newestTaken.get(packed.replica) ?? 0;
    if (packed.seq < newest) this.figures.add('packages late or out of order');
    this.taken.add(packed.id);
    this.newestTaken.set(packed.replica, Math.max(newest, packed.seq));
  }

  atPc(pc: Pc, packed: Package, leaveOut?: { readonly id: string; readonly field: string }): Taken {
    const result = this.world.takeAtPc(pc, packed, leaveOut);
    this.count(packed, result);
    if (result === 'fork') expect(this.setBack).toContain(packed.office);
    return result;
  }
  atProvince(packed: Package, leaveOut?: { readonly id: string; readonly field: string }): Taken {
    const before = this.world.booksOf(packed.office);
    const result = this.world.takeAtProvince(packed, leaveOut);
    this.count(packed, result);
    const reached = this.reached.get(packed.office) ?? new Set();
    if (result === 'applied') for (const { hash } of changesIn(packed.state.context, this.world.ledger)) reached.add(hash);
    this.reached.set(packed.office, reached);
    if (result !== 'applied') expect(this.world.booksOf(packed.office)).toBe(before);
    if (result === 'fork') expect(this.setBack).toContain(packed.office);
    return result;
  }
  private hear(pc: Pc, answer: Answer): void {
    const result = this.world.takeAnswer(pc, answer);
    this.heard.add(answer);
    if (result === 'fork') expect(this.setBack).toContain(pc.office);
  }
  lost(): number {
    return this.world.packages.filter((one) => !this.taken.has(one.id)).length;
  }
  unheard(): number {
    return this.world.answers.filter((one) => !this.heard.has(one)).length;
  }

  private take(step: Step): void {
    const { world, figures } = this;
    this.figures.add('steps lived');
    const pc = 'pc' in step ? (world.pcs[step.pc % world.pcs.length] as Pc) : undefined;
    const office = 'office' in step ? (this.offices[step.office % this.offices.length] as string) : undefined;
    if (pc) this.atOnePc(step, pc);
    if (step.do === 'take-at-province' && world.packages.length > 0)
      this.atProvince(newest(world.packages, step.which) as Package, step.leaveOut);
    if (step.do === 'undo' && office !== undefined) {
      const undone = world.undo(office, step.which);
      if (undone) {
        figures.add('imports undone', undone.count);
        this.undone.add(office);
      }
      if (undone?.expected) expect(world.booksOf(office)).toEqual(undone.expected);
    }
    if (step.do === 'propose' && office !== undefined) world.propose(office, step.id, 'note', step.value);
    if (step.do === 'issue' && office !== undefined) world.issue(office);
    if (step.do === 'restore' && world.restore(step.which)) figures.add('backups brought back');
    const backup = step.do === 'set-back' ? world.setBack(step.which) : undefined;
    if (backup) this.setBack.add(backup.office);
  }

  private atOnePc(step: Step, pc: Pc): void {
    const { world, figures } = this;
    if (step.do === 'edit') world.edit(pc, step.id, { [step.field]: step.value });
    if (step.do === 'move') world.edit(pc, step.id, { teamId: step.to, communeId: step.to });
    if (step.do === 'remove-or-restore') world.removeOrRestore(pc, step.id);
    if (step.do === 'decide' && world.decide(pc, step.keep)) figures.add('conflicts decided');
    if (step.do === 'answer' && world.answer(pc, step.accept)) figures.add('proposals answered');
    if (step.do === 'send') world.send(pc);
    if (step.do === 'carry') {
      const packed = world.send(pc);
      const others = world.pcsOf(pc.office).filter((one) => one.name !== pc.name);
      const to = others[step.to % Math.max(1, others.length)];
      if (to) this.atPc(to, packed, step.leaveOut);
    }
    if (step.do === 'report') this.atProvince(world.send(pc), step.leaveOut);
    if (step.do === 'hear') this.hear(pc, world.issue(pc.office));
    if (step.do === 'back-up') world.backups.push(pc);
    if (step.do === 'copy' && world.pcs.length < largest) {
      world.copy(pc);
      figures.add('workspaces copied');
    }
    if (step.do === 'revoke' && world.revoke(pc)) figures.add('installations revoked');
    if (step.do === 'take-at-pc' && world.packages.length > 0)
      this.atPc(pc, newest(world.packages, step.which) as Package, step.leaveOut);
    if (step.do === 'take-receipt' && world.answers.length > 0) this.hear(pc, newest(world.answers, step.which) as Answer);
  }
}

const key = (one: { readonly id: string; readonly field: string }): string => `${one.id} ${one.field}`;

const without = (records: readonly RecordState[], aside: ReadonlySet<string>): readonly RecordState[] =>
  records
    .map((record) => ({
      ...record,
      fields: Object.fromEntries(Object.entries(record.fields).filter(([field]) => !aside.has(key({ id: record.id, field })))),
    }))
    .filter((record) => Object.keys(record.fields).length > 0);

/** Until nobody knows more than another: every PC sends, all others of its office and the province take, the province answers. */
const settle = (life: Life, office: string, byReceiptAlone: boolean): void => {
  const { world } = life;
  const inForce = (): readonly Pc[] => world.pcsOf(office).filter((pc) => !world.isRevoked(pc));
  for (let round = 1; round <= 3; round += 1) {
    for (const { name } of inForce()) {
      const sender = world.pcs.find((one) => one.name === name) as Pc;
      const packed = world.send(sender);
      life.atProvince(packed);
      for (const other of byReceiptAlone ? [] : inForce()) if (other.name !== name) life.atPc(other, packed);
    }
    const answer = world.issue(office);
    for (const pc of inForce()) world.takeAnswer(pc, answer);
  }
};

/** Every head stands for a change that was made, on the branch that the books say they know; what they hold of a field they know. */
const checkTruth = (books: OfficeState, life: Life): void => {
  const reach = reachFinder(books);
  const made = new Map(changesIn(books.context, life.world.ledger).map((one) => [`${one.replica} ${one.n}`, one]));
  for (const { id, fields } of books.records)
    for (const [field, heads] of Object.entries(fields))
      for (const [replica, n, value] of heads) {
        expect(reach('person', id, field)[replica] ?? 0).toBeGreaterThanOrEqual(n);
        const change = made.get(`${replica} ${n}`);
        expect({ id: change?.id, value: change?.values[field] }).toEqual({ id, value });
      }
};

const isKnown = (change: Change, books: OfficeState, aside: ContextException[]): boolean =>
  Object.keys(change.values).every(
    (field) =>
      (reachFinder({ context: books.context, exceptions: aside })('person', change.id, field)[change.replica] ?? 0) >= change.n,
  );

const checkOffice = (life: Life, office: string, byReceiptAlone: boolean, figures: Figures): void => {
  const { world } = life;
  const living = (): readonly OfficeState[] => [
    world.booksOf(office),
    ...world
      .pcsOf(office)
      .filter((pc) => !world.isRevoked(pc))
      .map((pc) => sideFor(pc.books, pc.replica)),
  ];
  const acknowledged = new Set(living().flatMap((one) => changesIn(one.context, world.ledger).map(({ hash }) => hash)));
  settle(life, office, byReceiptAlone);
  const places = living();
  for (const place of places) checkTruth(place, life);
  const [first, ...rest] = places as [OfficeState, ...OfficeState[]];
  const known = changesIn(first.context, world.ledger);
  if (rest.some((one) => isForked(first.context, one.context, world.ledger)) || life.setBack.has(office)) {
    expect(life.setBack).toContain(office);
    figures.add('changes acknowledged', acknowledged.size);
    figures.add('changes quarantined, in the end', acknowledged.size);
    return;
  }
  const stillThere = new Set(known.map(({ hash }) => hash));
  const lost = [...acknowledged].filter((hash) => !stillThere.has(hash));
  figures.add('changes lost', lost.length);
  expect(lost).toEqual([]);
  const takenBack = [...(life.reached.get(office) ?? [])].filter((hash) => !stillThere.has(hash));
  if (takenBack.length > 0) expect(life.undone).toContain(office);
  figures.add('changes acknowledged', known.length + takenBack.length);
  figures.add('changes undone, in the end', takenBack.length);
  for (const one of rest) expect(one.context).toEqual(first.context);
  const aside = new Set(places.flatMap((one) => one.exceptions.map(key)));
  const revoked = world.pcsOf(office).some((pc) => world.isRevoked(pc));
  // What a person left out stands aside for good only where nobody is left who has it; what a revocation left out may stand elsewhere.
  if (!revoked) for (const place of places) expect(new Set(place.exceptions.map(key))).toEqual(aside);
  const expected = without(standing(known), aside);
  for (const place of places) {
    const found = without(place.records, aside);
    figures.add('comparisons of state hashes');
    figures.add('hash disagreements', found.map(stateLine).join() === expected.map(stateLine).join() ? 0 : 1);
    expect(found).toEqual(expected);
  }
  const set = known.filter((one) => !isKnown(one, first, [...first.exceptions]));
  figures.add('changes set aside, in the end', set.length);
  figures.add('changes standing, or replaced by someone who saw them', known.length - set.length);
  for (const proposal of world.openProposals(office)) expect(recordOf(first, proposal.id).fields).toEqual({});
};

/** Lives a history through to the point where nobody knows more than another, and checks that nothing was lost. */
export const liveHistory = (history: History, figures: Figures): void => {
  const life = new Life(history, figures);
  figures.add('packages lost', life.lost());
  figures.add('receipts lost', life.unheard());
  figures.add('histories lived');
  for (const office of life.offices) checkOffice(life, office, history.byReceiptAlone, figures);
  figures.add('packages written', life.world.packages.length);
  figures.add('receipts written', life.world.answers.length);
};
