import { suite } from './jest.project.js';

const atBothEnds = '<rootDir>/test/support/database-setup.ts';

/** Random lives of a commune against the product over HTTP and a naive model: MOTCUA_SIMULATION_RUNS of them. */
export default {
  ...suite('simulation', 'test/simulation', { testTimeout: 300_000 }),
  globalSetup: atBothEnds,
  globalTeardown: atBothEnds,
  maxWorkers: 1,
};
