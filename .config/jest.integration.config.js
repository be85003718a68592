import { suite } from './jest.project.js';

const atBothEnds = '<rootDir>/test/support/database-setup.ts';

/** Real PostgreSQL, a database for each file: about as slow as it is honest. */
export default {
  ...suite('integration', 'test/integration', {
    testTimeout: 180_000,
    roots: ['<rootDir>/test/integration', '<rootDir>/test/security'],
  }),
  globalSetup: atBothEnds,
  globalTeardown: atBothEnds,
  maxWorkers: 2,
};
