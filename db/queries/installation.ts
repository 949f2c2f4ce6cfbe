import { desc, eq, sql } from 'drizzle-orm';
import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import { epoch, userAccount } from '#db/schema/workspace.ts';

export type Role = 'clerk' | 'approver' | 'administrator';
export type UserAccount = {
  readonly id: string;
  readonly fullName: string;
  readonly role: Role;
  readonly createdAt: string;
  /** A user who has left stays by name: changes carry it. */
  readonly removedAt: string | null;
};

/** One epoch of this installation. The first link of its chain is its parent's, where it has one. */
export type Epoch = {
  readonly replica: string;
  readonly installId: string;
  readonly epoch: string;
  readonly counter: number;
  readonly parentReplica: string | null;
  readonly parentN: number | null;
  readonly parentHash: string | null;
  readonly startedAt: string;
};

export const findUser = (database: ReadableDatabase, id: string): UserAccount | undefined =>
  database.orm.select().from(userAccount).where(eq(userAccount.id, id)).get();

/** Every user, those who have left too, in the order in which they came. */
export const listUsers = (database: ReadableDatabase): readonly UserAccount[] =>
  database.orm
    .select()
    .from(userAccount)
    .orderBy(sql`rowid`)
    .all();

export const writeUser = (database: WritableDatabase, user: UserAccount): void => {
  database.orm.insert(userAccount).values(user).run();
};

/** Changes a user's role, or notes that the user has left. */
export const updateUser = (
  database: WritableDatabase,
  id: string,
  changes: Partial<Pick<UserAccount, 'role' | 'removedAt'>>,
): void => {
  database.orm.update(userAccount).set(changes).where(eq(userAccount.id, id)).run();
};

/** The epoch that writes now: the one with the greatest counter. */
export const findCurrentEpoch = (database: ReadableDatabase): Epoch | undefined =>
  database.orm.select().from(epoch).orderBy(desc(epoch.counter)).limit(1).get();

/** Every epoch of this installation, newest first. */
export const listEpochs = (database: ReadableDatabase): readonly Epoch[] =>
  database.orm.select().from(epoch).orderBy(desc(epoch.counter)).all();

export const writeEpoch = (database: WritableDatabase, row: Epoch): void => {
  database.orm.insert(epoch).values(row).run();
};
