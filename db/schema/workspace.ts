import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const setting = sqliteTable('setting', {
  key: text().primaryKey(),
  value: text().notNull(),
});

export const userAccount = sqliteTable('user_account', {
  id: text().primaryKey(),
  fullName: text('full_name').notNull(),
  role: text({ enum: ['clerk', 'approver', 'administrator'] }).notNull(),
  createdAt: text('created_at').notNull(),
  removedAt: text('removed_at'),
});

export const epoch = sqliteTable('epoch', {
  replica: text().primaryKey(),
  installId: text('install_id').notNull(),
  epoch: text().notNull(),
  counter: integer().notNull(),
  parentReplica: text('parent_replica'),
  parentN: integer('parent_n'),
  parentHash: text('parent_hash'),
  startedAt: text('started_at').notNull(),
});

export const draft = sqliteTable('draft', {
  form: text().primaryKey(),
  content: text().notNull(),
  savedAt: text('saved_at').notNull(),
  savedBy: text('saved_by'),
});
