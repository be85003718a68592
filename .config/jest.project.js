import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const rootDir = fileURLToPath(new URL('..', import.meta.url));

// The office keeps +07:00 by its own arithmetic; a test that needs the machine's zone is a bug.
process.env.TZ = 'UTC';

const swc = {
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
};

const shared = {
  rootDir,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['motcua', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  testMatch: ['**/*.spec.ts', '**/*.spec.mjs'],
  setupFiles: ['<rootDir>/.config/jest.seed.mjs'],
};

/** A suite over one folder; `options` says what is particular to it. */
export const suite = (displayName, folder, options = {}) => ({
  ...shared,
  displayName,
  roots: [`<rootDir>/${folder}`],
  ...options,
});

/** Jest refuses a root that is not there: a suite exists from the day its folder does. */
export const present = (suites) =>
  suites.filter(({ roots: [root] }) => existsSync(root.replace('<rootDir>/', rootDir)));
