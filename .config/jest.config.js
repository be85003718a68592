import { present, rootDir, suite } from './jest.project.js';

const property = '\\.property\\.spec\\.ts$';

/** The fast suites: `npm test` runs them all, and so may you before every commit. */
const jestConfig = {
  rootDir,
  projects: present([
    suite('domain', 'shared/domain', { testPathIgnorePatterns: [property] }),
    suite('property', 'shared/domain', {
      testRegex: [property],
      testMatch: undefined,
    }),
    suite('contract', 'shared/contract'),
    suite('wording', 'shared/wording'),
    suite('backend', 'backend'),
    suite('frontend', 'frontend'),
    suite('support', 'test/support'),
    suite('golden', 'test/golden'),
    suite('architecture', 'test/architecture'),
  ]),
};

export default jestConfig;
