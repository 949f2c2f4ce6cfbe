/**
 * Who may import what. `SHG_PLANTED` points the same rules at a folder of planted violations, each of which must be found.
 */
const base = process.env.SHG_PLANTED ? 'build/import-rules/planted/' : '';
const at = (pattern) => `^${base}${pattern}`;
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: at(from) },
  to: { path: at('(shared|db|main|renderer|build|test)/'), pathNot: allowed.map(at) },
});

module.exports = {
  forbidden: [
    only(
      'renderer-imports',
      'renderer/',
      ['renderer/', 'shared/(contract|domain|text|catalogue|import|exchange/digits)'],
      'Windows know the contract, rules and words.',
    ),
    only('shell-imports', 'main/shell/', ['main/shell/', 'shared/(contract|text)/'], 'The shell only starts things.'),
    only(
      'cli-imports',
      'main/cli/',
      ['main/cli/', 'main/engine/(engine|handlers|failure|rim|demo/demo)\\.ts$', 'shared/'],
      'The command line uses the engine by its door.',
    ),
    only(
      'engine-imports',
      'main/engine/',
      ['main/engine/', 'db/(open|migrate|problem)\\.ts$', 'db/queries/', 'shared/'],
      'The engine reads and writes through queries.',
    ),
    only(
      'queries-imports',
      'db/queries/',
      ['db/(open|problem)\\.ts$', 'db/(schema|queries)/', 'shared/(domain|text|catalogue|exchange)/'],
      'Queries know tables, kinds and heads.',
    ),
    {
      name: 'migrations-imports',
      comment: 'A migration is frozen: it imports nothing, from nowhere.',
      severity: 'error',
      from: { path: at('db/migrations/') },
      to: {},
    },
    only('db-imports', 'db/', ['db/', 'shared/'], 'The database knows nothing of who asks it.'),
    only('shared-imports', 'shared/', ['shared/'], 'What all speak depends on none of them.'),
    only(
      'domain-imports',
      'shared/domain/',
      ['shared/(domain|catalogue|text)/'],
      'Rules know facts and words of the language only.',
    ),
    only(
      'exchange-imports',
      'shared/exchange/',
      ['shared/exchange/', 'shared/domain/(record|date|field)\\.ts$'],
      'The wire form does not follow domain drafts.',
    ),
    only(
      'matching-imports',
      'shared/matching/',
      ['shared/(matching|domain|text)/'],
      'Comparing people knows their facts and the words of the language only.',
    ),
    only(
      'contract-imports',
      'shared/contract/',
      ['shared/contract/', 'shared/domain/', 'shared/import/(column-target|encoding)\\.ts$'],
      'The contract describes.',
    ),
    only(
      'import-imports',
      'shared/import/',
      ['shared/(import|domain|catalogue|text)/'],
      'Reading a spreadsheet knows facts and words, nothing of files and books.',
    ),
    {
      name: 'features-apart',
      comment: 'A feature folder of the engine never imports another.',
      severity: 'error',
      from: { path: at('main/engine/([^/]+)/') },
      to: { path: at('main/engine/([^/]+)/'), pathNot: at('main/engine/$1/') },
    },
    {
      name: 'electron-only-in-shell',
      severity: 'error',
      from: { path: at('(shared|db|main|renderer|test)/'), pathNot: [at('main/shell/'), at('test/e2e/')] },
      to: { path: '^(node_modules/)?electron($|/)' },
    },
    {
      name: 'sql-only-in-db',
      severity: 'error',
      from: { path: at('(shared|main|renderer|test)/'), pathNot: [at('test/db/'), at('test/support/fault-points')] },
      to: { path: '(better-sqlite3|drizzle-orm|^(node:)?sqlite$)' },
    },
    {
      name: 'react-only-in-renderer',
      severity: 'error',
      from: { path: at('(shared|db|main)/') },
      to: { path: 'node_modules/(react|react-dom|react-hook-form|@hookform|@mantine|@tanstack|wouter)/' },
    },
    {
      name: 'no-node-in-renderer-and-shared',
      severity: 'error',
      from: { path: at('(renderer|shared)/') },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\.css$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: base === '' ? '^(out|build/import-rules/planted)/' : '^out/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css', '.json'],
    },
    skipAnalysisNotInRules: false,
  },
};
