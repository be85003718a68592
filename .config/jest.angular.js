/** What a suite of the frontend needs beside the rest: a document, and Angular's own compiler. */
export const angular = {
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  testEnvironmentOptions: { customExportConditions: ['motcua', 'browser', 'default'] },
  setupFilesAfterEnv: ['<rootDir>/frontend/setup-jest.ts'],
  moduleNameMapper: { '^tslib$': 'tslib/tslib.es6.js' },
  transform: {
    '^.+\\.(ts|html)$': [
      'jest-preset-angular',
      {
        tsconfig: '<rootDir>/frontend/tsconfig.spec.json',
        stringifyContentPathRegex: '\\.html$',
        useESM: true,
      },
    ],
  },
};
