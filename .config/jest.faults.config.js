import { suite } from './jest.project.js';

/** Kills what an office runs on and looks at what is left: one after the other, for each needs the machine. */
export default {
  ...suite('faults', 'test/faults', { testTimeout: 300_000 }),
  maxWorkers: 1,
};
