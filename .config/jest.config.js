import { angular } from './jest.angular.js';
import { present, rootDir, suite } from './jest.project.js';

const property = '\\.property\\.spec\\.ts$';

/** The fast suites: `npm test` runs them all, and so may you before every commit. */
const jestConfig = {
  rootDir,
  projects: present([
    suite('domain', 'shared/domain', { testPathIgnorePatterns: [property] }),
    suite('property', 'shared/domain', {
      roots: ['<rootDir>/shared/domain', '<rootDir>/shared/wording', '<rootDir>/backend'],
      testRegex: [property],
      testMatch: undefined,
    }),
    suite('contract', 'shared/contract'),
    suite('wording', 'shared/wording', { testPathIgnorePatterns: [property] }),
    suite('backend', 'backend', { testPathIgnorePatterns: [property] }),
    suite('frontend', 'frontend', angular),
    suite('support', 'test/support'),
    suite('golden', 'test/golden'),
    suite('api', 'test/contract'),
    suite('architecture', 'test/architecture'),
  ]),
};

export default jestConfig;
