import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir, suite } from './jest.project.js';

const room = process.env.ROOM ?? 'dossier';
const folder = join(rootDir, 'shared', 'domain', room);

// A mutant shows itself in two hundred runs or hides in two million.
process.env.MOTCUA_PROPERTY_RUNS ??= '200';

// One file that imports every spec of the room: loading the room once per mutant instead of once per spec
// makes a run three times as fast.
const writeEvery = () => {
  const specs = globSync('**/*.spec.ts', { cwd: folder });
  const imports = specs.map((spec) => `import './${spec}';\n`);
  writeFileSync(join(folder, 'mutation.every.ts'), imports.join(''));
};

// Other tools read this file too; only Stryker's copy of the sources is ours to write into.
if (process.env.STRYKER_MUTATOR_WORKER !== undefined) writeEvery();

export default {
  ...suite('mutation', `shared/domain/${room}`),
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  testMatch: ['**/mutation.every.ts'],
};
