export const specs = ['**/*.spec.{ts,mjs}', 'test/**/*.{ts,mjs}'];

const suite = '/^(it|test|describe|each)$/';
const reduced = '/^(only|skip|todo|failing)$/';
const nicknames = ['fit', 'fdescribe', 'xit', 'xtest', 'xdescribe'];

/** A suite that runs in part proves nothing, and nobody notices. */
export const wholeSuites = {
  name: 'motcua/whole-suites',
  files: specs,
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        selector: `MemberExpression[object.name=${suite}][property.name=${reduced}]`,
        message: 'Every test runs, every time: mend it or remove it.',
      },
      {
        selector: `CallExpression[callee.name=/^(${nicknames.join('|')})$/]`,
        message: 'Every test runs, every time: mend it or remove it.',
      },
      { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
    ],
  },
};

export const noDefaultExport = {
  name: 'motcua/named-exports',
  files: ['**/*.{ts,js,mjs}'],
  ignores: ['.config/*.config.js', ...specs],
  rules: {
    'no-restricted-syntax': [
      'error',
      { selector: 'ExportDefaultDeclaration', message: 'Export by name: one name everywhere.' },
      {
        selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
        message: "import * as z from 'zod': named, it brings every language it speaks along.",
      },
    ],
  },
};

const outside = [
  ...['Date', 'Intl', 'performance', 'process', 'globalThis', 'crypto', 'console', 'fetch'],
  ...[
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
    'Buffer',
    'window',
    'document',
  ],
];

/**
 * The same fold runs on the server and in the browser, today and in ten years: what it does not
 * receive as an argument it must not know.
 */
export const domainPurity = {
  name: 'motcua/domain-purity',
  files: ['shared/domain/**/*.ts'],
  ignores: specs,
  rules: {
    'no-restricted-globals': [
      'error',
      ...outside.map((name) => ({
        name,
        message: 'The domain takes time, chance and surroundings as arguments.',
      })),
    ],
  },
};

/** Configuration is read once, in one room, and handed on; a log line goes through the logger. */
export const sources = {
  name: 'motcua/product-sources',
  files: ['backend/src/**/*.ts', 'shared/**/*.ts', 'frontend/src/**/*.ts'],
  ignores: [...specs, 'backend/src/platform/config/**'],
  rules: {
    'no-console': 'error',
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'Chance comes in as an argument.' },
      {
        object: 'process',
        property: 'env',
        message: 'Only platform/config reads the environment.',
      },
    ],
  },
};
