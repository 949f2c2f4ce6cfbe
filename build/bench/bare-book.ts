import Sqlite from 'better-sqlite3';

export type BareRow = {
  readonly id: string;
  readonly fullName: string;
  readonly plain: string;
  readonly sortKey: string;
  readonly birthDate: string;
  readonly state: string;
};

/** The floor: people in one encrypted SQLite table with a full-text index, no program around it. */
export const openBareBook = (file: string, key: Buffer) => {
  const connection = new Sqlite(file);
  connection.pragma(`cipher = 'sqlcipher'`);
  connection.pragma('legacy = 4');
  connection.pragma(`key = "x'${key.toString('hex')}'"`);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('cache_size = -65536');
  connection.exec(`
    CREATE TABLE IF NOT EXISTS person (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, full_name TEXT, sort_key TEXT, birth_date TEXT, state TEXT) STRICT;
    CREATE INDEX IF NOT EXISTS person_by_name ON person (sort_key);
    CREATE VIRTUAL TABLE IF NOT EXISTS person_search USING fts5 (plain, content = '', prefix = '2 3');`);
  const insertRow = connection.prepare(
    'INSERT INTO person (id, full_name, sort_key, birth_date, state) VALUES (@id, @fullName, @sortKey, @birthDate, @state)',
  );
  const updateRow = connection.prepare('UPDATE person SET state = @state WHERE id = @id');
  const insertText = connection.prepare('INSERT INTO person_search (rowid, plain) VALUES (?, ?)');
  return {
    insert: connection.transaction((rows: readonly BareRow[]) => {
      for (const { plain, ...row } of rows) insertText.run(insertRow.run(row).lastInsertRowid, plain);
    }),
    update: connection.transaction((rows: readonly Pick<BareRow, 'id' | 'state'>[]) => {
      for (const row of rows) updateRow.run(row);
    }),
    list: (offset: number) =>
      connection.prepare('SELECT id, full_name, birth_date FROM person ORDER BY sort_key, id LIMIT 200 OFFSET ?').all(offset),
    search: (expression: string) =>
      connection
        .prepare(
          `SELECT id, full_name FROM person WHERE number IN (SELECT rowid FROM person_search WHERE person_search MATCH ?)
           ORDER BY sort_key, id LIMIT 6`,
        )
        .all(expression),
    count: () => connection.prepare('SELECT count(*) FROM person').get(),
    close: () => connection.close(),
  };
};
