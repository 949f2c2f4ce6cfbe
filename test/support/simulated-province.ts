import { conflictFieldsOf } from '#shared/exchange/heads.ts';
import { reachFinder } from '#shared/exchange/join.ts';
import { isContained, knownToAll, unseenFinder } from '#shared/exchange/reach-of-side.ts';
import { findResting } from '#shared/exchange/resting.ts';
import { revocationFinder } from '#shared/exchange/revocation.ts';
import { removedField, type Context, type Head, type HeadValue, type OfficeState } from '#shared/exchange/state.ts';
import type { TrustList } from '#shared/exchange/trust-list.ts';
import { join, type Parcel } from './simulated-office.ts';
import { isForked, isRemoved, recordOf, removal, shownValue, sideFor, writeChange, type Ledger } from './simulated-write.ts';

export type Pc = {
  readonly name: number;
  readonly office: string;
  readonly installId: string;
  readonly counter: number;
  readonly replica: string;
  readonly books: OfficeState;
  /** Packages of this epoch. */
  readonly sent: number;
  readonly receipt: number;
  readonly trust: TrustList;
  readonly proposals: readonly Proposal[];
};
export type Proposal = { readonly id: string; readonly recordId: string; readonly field: string; readonly value: HeadValue };
type Revoked = NonNullable<TrustList['offices'][number]['installations'][number]['revoked']>;

export type Package = {
  readonly id: string;
  readonly office: string;
  readonly installId: string;
  readonly replica: string;
  readonly counter: number;
  readonly seq: number;
  readonly state: OfficeState;
};
export type Answer = {
  readonly office: string;
  readonly number: number;
  readonly parcel: Parcel & { readonly base: Context };
  readonly trust: TrustList;
  readonly proposals: readonly Proposal[];
};
type LeaveOut = { readonly id: string; readonly field: string };
type Import = {
  readonly id: string;
  readonly package: Package;
  readonly leaveOut: LeaveOut | undefined;
  readonly before: OfficeState;
};
export type Taken = 'applied' | 'known' | 'refused' | 'fork' | 'incomplete' | 'older';

const nothing: OfficeState = { context: {}, exceptions: [], records: [] };
const noList = { offices: [] } as unknown as TrustList;

/** Which changes a revocation leaves out of a join; what stands in the books already stays. */
type IsRevoked = (head: Head, id: string, field: string) => boolean;

/** Joins into one office's books, as the engine does; `undefined` is a fork and changes nothing. Damage is never expected. */
const take = (
  books: OfficeState,
  replica: string,
  parcel: Parcel,
  ledger: Ledger,
  leaveOut: LeaveOut | undefined,
  isRevoked: IsRevoked,
): OfficeState | undefined => {
  const mine = sideFor(books, replica);
  if (isForked(mine.context, parcel.context, ledger)) return undefined;
  const isOut = (id: string, field: string): boolean =>
    (leaveOut?.id === id && leaveOut.field === field) ||
    (recordOf(parcel, id).fields[field] ?? []).some((head) => isRevoked(head, id, field));
  const joined = join({ ...mine, replica }, parcel, isOut);
  if (joined.problems.length > 0) throw new Error(`damage: ${JSON.stringify(joined.problems)}`);
  const { context, exceptions, records } = joined.books;
  return { context, exceptions, records };
};

const beyond = (trust: TrustList, office: string, books: OfficeState, replica: string): IsRevoked => {
  const revocation = revocationFinder(trust, office);
  const known = reachFinder(sideFor(books, replica));
  return (head, id, field) => revocation(head) && (known('person', id, field)[head[0]] ?? 0) < head[1];
};

/** A province and the PCs of its offices, on the pure core. Steps change it; nothing is random. */
export class SimulatedProvince {
  readonly ledger: Ledger = new Map();
  readonly packages: Package[] = [];
  readonly answers: Answer[] = [];
  readonly backups: Pc[] = [];
  pcs: readonly Pc[] = [];
  private readonly replica = `${'e'.repeat(16)}.1-${'0'.repeat(16)}`;
  private readonly imports = new Map<string, readonly Import[]>();
  private readonly books = new Map<string, OfficeState>();
  private readonly revoked = new Map<string, Revoked>();
  private readonly numbers = new Map<string, number>();
  private readonly proposed: (Proposal & { readonly office: string })[] = [];
  private names = 0;

  booksOf(office: string): OfficeState {
    return this.books.get(office) ?? nothing;
  }
  pcsOf(office: string): readonly Pc[] {
    return this.pcs.filter((one) => one.office === office);
  }
  private set(pc: Pc): void {
    this.pcs = this.pcs.map((one) => (one.name === pc.name ? pc : one));
  }
  private replicaOf(installId: string, counter: number): string {
    this.names += 1;
    return `${installId}.${counter}-${this.names.toString(16).padStart(16, '0')}`;
  }
  private listOf(): TrustList {
    const offices = [...new Set(this.pcs.map((one) => one.office))].map((officeId) => ({
      officeId,
      installations: [...new Set(this.pcsOf(officeId).map((one) => one.installId))].map((installId) => ({
        installId,
        revoked: this.revoked.get(installId) ?? null,
      })),
    }));
    return { offices } as unknown as TrustList;
  }

  enrol(office: string): void {
    this.names += 1;
    const installId = this.names.toString(16).padStart(16, 'a');
    const pc = { office, installId, counter: 1, books: nothing, sent: 0, receipt: 0, trust: noList, proposals: [] };
    this.pcs = [...this.pcs, { ...pc, name: this.names, replica: this.replicaOf(installId, 1) }];
  }
  isRevoked(pc: Pick<Pc, 'installId'>): boolean {
    return this.revoked.has(pc.installId);
  }

  private write(pc: Pc, id: string, values: Readonly<Record<string, HeadValue>>): Pc {
    const next = { ...pc, books: writeChange(pc.books, pc.replica, id, values, this.ledger) };
    this.set(next);
    return next;
  }
  edit(pc: Pc, id: string, values: Readonly<Record<string, HeadValue>>): void {
    const record = recordOf(pc.books, id);
    const changed = Object.entries(values).filter(([field, value]) => shownValue(record, field) !== value);
    if (!isRemoved(record) && changed.length > 0) this.write(pc, id, Object.fromEntries(changed));
  }
  removeOrRestore(pc: Pc, id: string): void {
    const record = recordOf(pc.books, id);
    if (Object.keys(record.fields).length > 0)
      this.write(pc, id, isRemoved(record) ? { [removedField]: null } : removal(record, 'r'));
  }
  /** Decides the first conflict of the PC's books; whether there was one. */
  decide(pc: Pc, keep: boolean): boolean {
    for (const record of pc.books.records) {
      const [field] = conflictFieldsOf(record);
      if (field === undefined) continue;
      if (field === removedField) this.write(pc, record.id, keep ? removal(record, 'd') : { [removedField]: null });
      else this.write(pc, record.id, { [field]: shownValue(record, field) });
      return true;
    }
    return false;
  }

  send(pc: Pc): Package {
    const seq = pc.sent + 1;
    this.set({ ...pc, sent: seq });
    const { office, installId, replica, counter } = pc;
    const packed = { id: `${replica} ${seq}`, office, installId, replica, counter, seq, state: sideFor(pc.books, replica) };
    this.packages.push(packed);
    return packed;
  }

  /** The engine's rule: a context that knows more of this replica than it does itself starts a new epoch. */
  private overtaken(pc: Pc, theirs: Context): Pc {
    if ((theirs[pc.replica]?.n ?? 0) <= (pc.books.context[pc.replica]?.n ?? 0)) return pc;
    return this.newEpoch(pc);
  }
  private newEpoch(pc: Pc): Pc {
    const books = sideFor(pc.books, pc.replica);
    return { ...pc, books, counter: pc.counter + 1, replica: this.replicaOf(pc.installId, pc.counter + 1), sent: 0 };
  }

  takeAtPc(before: Pc, packed: Package, leaveOut?: LeaveOut): Taken {
    if (before.office !== packed.office || revokedIn(before.trust, packed)) return 'refused';
    const pc = this.overtaken(before, packed.state.context);
    this.set(pc);
    const isRevoked = beyond(pc.trust, pc.office, pc.books, pc.replica);
    const books = take(pc.books, pc.replica, packed.state, this.ledger, leaveOut, isRevoked);
    if (books === undefined) return 'fork';
    this.set({ ...pc, books });
    return 'applied';
  }

  takeAtProvince(packed: Package, leaveOut?: LeaveOut): Taken {
    const imports = this.imports.get(packed.office) ?? [];
    if (imports.some((one) => one.package.id === packed.id)) return 'known';
    if (this.isRevoked(packed)) return 'refused';
    const before = this.booksOf(packed.office);
    const books = take(
      before,
      this.replica,
      packed.state,
      this.ledger,
      leaveOut,
      beyond(this.listOf(), packed.office, before, this.replica),
    );
    if (books === undefined) return 'fork';
    this.books.set(packed.office, books);
    this.imports.set(packed.office, [...imports, { id: packed.id, package: packed, leaveOut, before }]);
    return 'applied';
  }

  /** Takes an import back and what rests on it. Returns the books before, where nothing else stays beside them. */
  undo(office: string, which: number): { readonly expected: OfficeState | undefined; readonly count: number } | undefined {
    const imports = this.imports.get(office) ?? [];
    const chosen = imports[which % Math.max(1, imports.length)];
    if (chosen === undefined) return undefined;
    const resting = new Set(findResting(imports, chosen, (one) => one.package.state.context).map(({ id }) => id));
    const remaining = imports.filter(({ id }) => !resting.has(id));
    const isRevoked = beyond(this.listOf(), office, this.booksOf(office), this.replica);
    let books = nothing;
    let again: readonly Import[] = [];
    for (const one of remaining) {
      again = [...again, { ...one, before: books }];
      const joined = take(books, this.replica, one.package.state, this.ledger, one.leaveOut, isRevoked);
      if (joined === undefined) throw new Error('an accepted package is a fork now');
      books = joined;
    }
    this.books.set(office, books);
    this.imports.set(office, again);
    const isLast = imports.slice(0, remaining.length).every((one, at) => one.id === remaining[at]?.id);
    const first = imports[remaining.length];
    return { expected: isLast && this.revoked.size === 0 ? first?.before : undefined, count: resting.size };
  }

  propose(office: string, recordId: string, field: string, value: HeadValue): void {
    if (Object.keys(recordOf(this.booksOf(office), recordId).fields).length === 0) return;
    this.proposed.push({ id: `p${this.proposed.length}`, office, recordId, field, value });
  }
  openProposals(office: string): readonly Proposal[] {
    return this.proposed.filter(
      (one) => one.office === office && shownValue(recordOf(this.booksOf(office), one.id), 'answer') === null,
    );
  }
  /** Answers the first open proposal of a PC; whether there was one. */
  answer(pc: Pc, accept: boolean): boolean {
    const open = pc.proposals.find((one) => shownValue(recordOf(pc.books, one.id), 'answer') === null);
    if (open === undefined) return false;
    const now = this.write(pc, open.id, { answer: accept ? 'accepted' : 'refused' });
    if (accept) this.edit(now, open.recordId, { [open.field]: open.value });
    return true;
  }

  issue(office: string): Answer {
    const side = this.booksOf(office);
    const inForce = this.pcsOf(office).filter((pc) => !this.isRevoked(pc));
    const seen = knownToAll(
      [...new Set(inForce.map((pc) => pc.installId))].flatMap((installId) => this.newestOf(office, installId)),
    );
    const number = (this.numbers.get(office) ?? 0) + 1;
    this.numbers.set(office, number);
    const isUnseen = unseenFinder(seen);
    const parcel = { ...side, records: side.records.filter(isUnseen), base: seen.context };
    const answer = { office, number, parcel, trust: this.listOf(), proposals: this.openProposals(office) };
    this.answers.push(answer);
    return answer;
  }
  private newestOf(office: string, installId: string): readonly (OfficeState | undefined)[] {
    const byEpoch = new Map<string, Package>();
    for (const { package: one } of this.imports.get(office) ?? [])
      if (one.installId === installId && (byEpoch.get(one.replica)?.seq ?? 0) < one.seq) byEpoch.set(one.replica, one);
    return byEpoch.size === 0 ? [undefined] : [...byEpoch.values()].map((one) => one.state);
  }
  takeAnswer(before: Pc, answer: Answer): Taken {
    if (before.office !== answer.office || answer.number <= before.receipt) return 'older';
    const pc = {
      ...this.overtaken(before, answer.parcel.context),
      receipt: answer.number,
      trust: answer.trust,
      proposals: answer.proposals,
    };
    this.set(pc);
    if (!isContained(answer.parcel.base, pc.books.context)) return 'incomplete';
    const { base, ...rest } = answer.parcel;
    const parcel: Parcel = Object.keys(base).length === 0 ? rest : answer.parcel;
    const books = take(pc.books, pc.replica, parcel, this.ledger, undefined, () => false);
    if (books === undefined) {
      this.set(before);
      return 'fork';
    }
    this.set({ ...pc, books });
    return 'applied';
  }

  /** Revokes the PC's installation from its last accepted package on; whether it had one and was not the office's last. */
  revoke(pc: Pc): boolean {
    const newest = this.newestOf(pc.office, pc.installId);
    const others = this.pcsOf(pc.office).filter((one) => one.installId !== pc.installId && !this.isRevoked(one));
    const last = (this.imports.get(pc.office) ?? []).filter((one) => one.package.installId === pc.installId).at(-1)?.package;
    if (newest.includes(undefined) || last === undefined || others.length === 0 || this.isRevoked(pc)) return false;
    const { n = 0, logHash = '' } = last.state.context[last.replica] ?? {};
    this.revoked.set(pc.installId, { revokedAt: '', replica: last.replica, packageId: null, n, logHash });
    return true;
  }

  /** Brings a PC back from a backup: a new epoch before anything is written. */
  restore(which: number): boolean {
    const backup = this.backups[which % Math.max(1, this.backups.length)];
    if (backup === undefined) return false;
    this.set(this.newEpoch(backup));
    return true;
  }
  /** A PC's workspace goes on on another machine too. */
  copy(pc: Pc): void {
    this.names += 1;
    this.pcs = [...this.pcs, { ...this.newEpoch(pc), name: this.names }];
  }
  /** A PC is put back to an older state that nobody tells from the original. */
  setBack(which: number): Pc | undefined {
    const backup = this.backups[which % Math.max(1, this.backups.length)];
    if (backup !== undefined) this.set(backup);
    return backup;
  }
}

const revokedIn = (list: TrustList, { office, installId }: Package): boolean =>
  list.offices
    .find((one) => one.officeId === office)
    ?.installations.some((one) => one.installId === installId && one.revoked !== null) === true;
