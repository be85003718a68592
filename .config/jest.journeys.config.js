import { suite } from './jest.project.js';

const atBothEnds = '<rootDir>/test/journeys/product-setup.ts';

/** A person at a real browser, before the product as it is built and started: minutes, not seconds. */
export default {
  ...suite('journeys', 'test/journeys', { testTimeout: 240_000 }),
  globalSetup: atBothEnds,
  globalTeardown: atBothEnds,
  setupFilesAfterEnv: ['<rootDir>/test/journeys/second-look.ts'],
  maxWorkers: 1,
  // The walk through all screens is a suite of its own.
  testPathIgnorePatterns: ['/screens/'],
  testSequencer: '<rootDir>/.config/jest.in-order.mjs',
};
