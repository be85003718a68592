import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { dependencyLaw } from './boundaries.js';
import { domainPurity, noDefaultExport, sources, specs, wholeSuites } from './eslint.law.js';
import { todoWithIssue } from './eslint.todo.js';

const scripts = ['**/*.{js,mjs,cjs}'];

/** Signals to think about, not laws to obey blindly; a file may answer one with a reason. */
const signals = {
  'max-lines': ['warn', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['warn', { max: 40, skipBlankLines: true, skipComments: true }],
  'max-params': ['warn', 4],
  complexity: ['warn', { max: 8, variant: 'modified' }],
  'max-depth': ['warn', 3],
};

const typed = defineConfig({
  name: 'motcua/typed',
  files: ['**/*.ts'],
  extends: [tseslint.configs.strictTypeChecked],
  languageOptions: { parserOptions: { projectService: true } },
  rules: {
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
    ],
    '@typescript-eslint/consistent-type-definitions': 'error',
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    // Vietnamese is taken apart by code points on purpose, to sort and to search.
    '@typescript-eslint/no-misused-spread': 'off',
    // Nest declares its bags of options as classes; a literal is what they are meant to be given.
    '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    // A Nest module is a class that holds nothing but its decorator.
    '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    '@typescript-eslint/prefer-readonly': 'error',
  },
});

export default defineConfig(
  globalIgnores(['dist/', '.nx/', '.motcua/', '.cache/', '.stryker-tmp/', 'coverage/', 'reports/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  typed,
  {
    name: 'motcua/every-file',
    plugins: { motcua: { rules: { 'todo-with-issue': todoWithIssue } } },
    rules: {
      ...signals,
      'motcua/todo-with-issue': 'error',
      'no-unreachable': 'error',
      'no-unused-vars': 'off',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      eqeqeq: 'error',
    },
  },
  {
    name: 'motcua/scripts',
    files: scripts,
    rules: { 'no-unused-vars': 'error', 'no-redeclare': 'error', 'no-constant-condition': 'error' },
  },
  {
    name: 'motcua/specs-read-long',
    files: specs,
    rules: { 'max-lines': ['warn', { max: 400 }], 'max-lines-per-function': 'off' },
  },
  {
    // An oracle is naive on purpose: one plain walk, every rule in sight.
    name: 'motcua/oracles-walk',
    files: ['test/{support,simulation}/naive-*.ts'],
    rules: { complexity: 'off', 'max-depth': 'off' },
  },
  noDefaultExport,
  wholeSuites,
  domainPurity,
  sources,
  dependencyLaw,
);
