// The walls of the house (docs/architecture.md). Each message says what to use instead.
import { defineConfig, globalIgnores } from 'eslint/config';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

const ROOMS = [
  'domain',
  'lib',
  'ui',
  'procedures',
  'main',
  'renderer',
  'platform',
  'migrations',
  'scripts',
  'tests',
];

/** A relative import that climbs into one of these rooms. `renderer` must not catch `./renderer-thing.ts`. */
function into(rooms, message) {
  return { regex: `^(\\.\\./)+(${rooms.join('|')})(/|$)`, message };
}

const MESSAGES = {
  domain: 'domain/ is pure and imports nothing of ours: take what you need as a parameter.',
  lib: 'lib/ may import domain/ only: let main/ or platform/ hand it in.',
  ui: 'ui/ may import domain/contract only: move the rule to domain/ and have the server send its result.',
  screens:
    'Screens may import ui/ and domain/contract only: ask through the kiosk client and send answers back.',
  main: 'main/ may import lib/, domain/ and migrations/kiosk only: what both ends need belongs in lib/ or domain/.',
  platform:
    'platform/ may import lib/, domain/ and migrations/platform only: what both ends need belongs in lib/ or domain/.',
  migrations: 'A migration is self-contained: copy what it needs into it, so that it never changes.',
  scripts: 'scripts/ compose both ends and are imported by nobody: move the shared part to lib/.',
  electron: 'Only main/hosts/electron imports electron: put the shell behind an interface in main/.',
  knex: 'Only stores, migrations and lib/database import knex: add a question or a deed to the store.',
  validator: 'The validator compiles code and lives in lib/schema.ts: take `Compile` as a parameter.',
  node: 'domain/ does no I/O and knows no Node: take it as a parameter.',
};

const electronImport = { regex: '^electron(/|$)', message: MESSAGES.electron };
const knexImport = { regex: '^(knex|sqlite3|pg)(/|$)', message: MESSAGES.knex };
const ajvImport = { regex: '^ajv(/|$)', message: MESSAGES.validator };
const nodeImport = { regex: '^node:', message: MESSAGES.node };
const libraries = [electronImport, knexImport, ajvImport];

function allBut(...allowed) {
  return ROOMS.filter((room) => !allowed.includes(room));
}

function wall(files, patterns, ignores = []) {
  return {
    files,
    ignores: ['**/*.test.ts', '**/*.test.tsx', ...ignores],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

const TRANSPORT_MESSAGE =
  'Only transports touch the network: use the kiosk client (screens) or the platform client (main).';
const transportGlobals = ['fetch', 'EventSource', 'XMLHttpRequest', 'WebSocket'].map((name) => ({
  name,
  message: TRANSPORT_MESSAGE,
}));

const CLOCK_MESSAGE = 'domain/ has no clock and no chance: take the time or the number as a parameter.';

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', '.onewindow/', 'demo-output/', 'test-results/']),
  // What the screen is measured against has packages of its own, which are not there for a check.
  globalIgnores(['tests/bench/peers/']),
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      // Our objects are closures: no method of ours uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: ['**/*.mjs', '*.js'],
    languageOptions: { globals: { process: 'readonly', setInterval: 'readonly', clearInterval: 'readonly' } },
  },
  {
    files: ['renderer/**', 'ui/**', 'platform/console/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },

  wall(['domain/**'], [into(allBut('domain'), MESSAGES.domain), nodeImport, ...libraries]),
  wall(
    ['lib/**'],
    [into(allBut('domain', 'lib'), MESSAGES.lib), electronImport, knexImport, ajvImport],
    ['lib/database/**', 'lib/schema.ts'],
  ),
  wall(['lib/database/**'], [into(allBut('domain', 'lib'), MESSAGES.lib), electronImport, ajvImport]),
  wall(['lib/schema.ts'], [into(allBut('domain', 'lib'), MESSAGES.lib), electronImport, knexImport]),
  wall(
    ['ui/**'],
    [
      into(allBut('domain', 'ui'), MESSAGES.ui),
      { regex: '^(\\.\\./)+domain/(?!contract/)', message: MESSAGES.ui },
      nodeImport,
      ...libraries,
    ],
  ),
  wall(
    ['renderer/**', 'platform/console/**'],
    [
      into(allBut('domain', 'ui'), MESSAGES.screens),
      { regex: '^(\\.\\./)+domain/(?!contract/)', message: MESSAGES.screens },
      nodeImport,
      ...libraries,
    ],
  ),
  wall(
    ['main/**'],
    [
      into(allBut('domain', 'lib', 'main', 'migrations'), MESSAGES.main),
      { regex: '^(\\.\\./)+migrations/platform', message: MESSAGES.main },
      ...libraries,
    ],
    ['main/store/**', 'main/hosts/electron/**'],
  ),
  wall(
    ['main/store/**'],
    [into(allBut('domain', 'lib', 'main', 'migrations'), MESSAGES.main), electronImport, ajvImport],
  ),
  wall(
    ['main/hosts/electron/**'],
    [into(allBut('domain', 'lib', 'main', 'migrations'), MESSAGES.main), knexImport, ajvImport],
  ),
  wall(
    ['platform/**'],
    [
      into(allBut('domain', 'lib', 'platform', 'migrations'), MESSAGES.platform),
      { regex: '^(\\.\\./)+migrations/kiosk', message: MESSAGES.platform },
      ...libraries,
    ],
    ['platform/console/**', 'platform/store/**'],
  ),
  wall(
    ['platform/store/**'],
    [into(allBut('domain', 'lib', 'platform', 'migrations'), MESSAGES.platform), electronImport, ajvImport],
  ),
  wall(['migrations/**'], [into(allBut('migrations'), MESSAGES.migrations), electronImport, ajvImport]),
  wall(['scripts/**'], [electronImport, knexImport, ajvImport]),
  {
    files: ['tests/**', '**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [electronImport] }] },
  },
  {
    files: ['domain/**', 'lib/**', 'ui/**', 'renderer/**', 'main/**', 'platform/**'],
    ignores: [
      'renderer/kiosk-client/**',
      'platform/console/platform-client.ts',
      'main/sync/reach.ts',
      '**/*.test.ts',
    ],
    rules: { 'no-restricted-globals': ['error', ...transportGlobals] },
  },
  {
    files: ['domain/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: CLOCK_MESSAGE },
        { object: 'Math', property: 'random', message: CLOCK_MESSAGE },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK_MESSAGE },
        { selector: 'ImportExpression', message: MESSAGES.domain },
      ],
    },
  },
  {
    files: ['renderer/**', 'ui/**', 'platform/console/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression', message: 'Screens are one bundle: import statically.' },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Text only: render it as children.',
        },
        {
          selector: 'MemberExpression[property.name=/^(localStorage|sessionStorage|indexedDB)$/]',
          message: 'Nothing of a citizen is stored by the screen: send it to the kiosk.',
        },
      ],
      'no-restricted-globals': [
        'error',
        ...transportGlobals,
        ...['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({
          name,
          message: 'Nothing of a citizen is stored by the screen: send it to the kiosk.',
        })),
      ],
    },
    ignores: ['renderer/kiosk-client/**', 'platform/console/platform-client.ts'],
  },
  {
    files: [
      'scripts/**',
      'main/hosts/**',
      'main/admin/**',
      'platform/start.ts',
      'tests/faults/**',
      'tests/pictures/**',
      'tests/sweep/**',
    ],
    rules: { 'no-console': 'off' },
  },
);
