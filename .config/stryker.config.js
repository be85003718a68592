/** Mutants of the law of the office, room by room: `npm run mutation -- --mutate 'shared/domain/deadline/**'`. */
const strykerConfig = {
  testRunner: 'jest',
  jest: { configFile: '.config/jest.mutation.config.js', enableFindRelatedTests: true },
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  mutate: ['shared/domain/**/*.ts', '!shared/domain/**/*.spec.ts'],
  coverageAnalysis: 'off',
  concurrency: 2,
  incremental: true,
  incrementalFile: '.cache/mutation.json',
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'progress', 'html'],
  htmlReporter: { fileName: 'reports/mutation.html' },
  thresholds: { high: 90, low: 85, break: 85 },
  clearTextReporter: { allowColor: false, reportTests: false },
};

export default strykerConfig;
