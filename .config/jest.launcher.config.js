import { suite } from './jest.project.js';

/** Starts the product as a person would, with a real port and database: minutes, not seconds. */
export default {
  ...suite('launcher', 'test/launcher', { testTimeout: 240_000 }),
  maxWorkers: 1,
};
