/**
 * Mutants of the law of the office, one room at a time: `ROOM=deadline npm run mutation`. Where it matters
 * how a test is run, `jest.mutation.config.js` says so.
 */
const room = process.env.ROOM ?? 'dossier';

const strykerConfig = {
  testRunner: 'jest',
  // Related tests are found by imports Stryker does not follow (#domain/…): the whole room is asked.
  jest: { configFile: '.config/jest.mutation.config.js', enableFindRelatedTests: false },
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  mutate: [
    `shared/domain/${room}/**/*.ts`,
    '!**/*.spec.ts',
    '!**/index.ts',
    '!**/mutation.every.ts',
  ],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'progress', 'html'],
  htmlReporter: { fileName: `reports/mutation-${room}.html` },
  thresholds: { high: 90, low: 85, break: 85 },
  clearTextReporter: { allowColor: false, reportTests: false },
};

export default strykerConfig;
