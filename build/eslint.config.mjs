import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Modules of other folders are named by alias (`#shared/...`): a path that climbs breaks when a file moves. */
const noClimbing = {
  'no-restricted-imports': [
    'error',
    { patterns: [{ regex: '^\\.\\./\\.\\./', message: 'Use #shared, #db, #engine, #renderer ...' }] },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'ImportExpression > Literal[value=/^\\.\\.\\u002F\\.\\.\\u002F/]',
      message: 'Use #shared, #db, #engine, #renderer ...',
    },
  ],
};

/** `SHG_PLANTED` lints the planted violations alone, to see that they are found. */
const planted = [{ files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser }, rules: noClimbing }];

const project = tseslint.config(
  { ignores: ['**/node_modules/**', '**/out/**', 'build/import-rules/planted/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['shared', 'db', 'engine', 'cli', 'shell', 'renderer', 'test', 'build'].map(
          (name) => `${root}/build/tsconfig/${name}.json`,
        ),
        tsconfigRootDir: root,
      },
    },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      ...noClimbing,
      // Numbers in sentences and SQL are fine; what must not slip into a text are objects.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A type parameter that callers give by hand is how statements say what their rows look like.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^typed', destructuredArrayIgnorePattern: '^_' },
      ],
      // Names are taken apart by code points on purpose: Vietnamese marks are code points of their own.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-dynamic-delete': 'error',
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 600 }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  { files: ['main/cli/**/*.ts', 'test/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{mjs,cjs}'],
    ...tseslint.configs.disableTypeChecked,
    rules: { ...tseslint.configs.disableTypeChecked.rules, 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
);

export default process.env.SHG_PLANTED ? planted : project;
