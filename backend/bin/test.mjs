// `npm test`: every fast suite. What follows `--` goes to Jest: npm test -- --selectProjects backend
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { chooseCacheFolder, thisMachine } from './data-folder.mjs';
import { checkout, onFirmGround } from './ground.mjs';
import { onParentGone } from './parent-watch.mjs';

const runJest = () =>
  new Promise((resolve, reject) => {
    const cacheFolder = chooseCacheFolder(checkout, thisMachine(process.env));
    const jest = join(checkout, 'node_modules', 'jest', 'bin', 'jest.js');
    const args = ['--cacheDirectory', join(cacheFolder, 'jest'), ...process.argv.slice(2)];
    const child = spawn(process.execPath, ['--experimental-vm-modules', jest, ...args], {
      cwd: checkout,
      stdio: 'inherit',
    });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal));
    }
    onParentGone(() => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

await onFirmGround({ needsTools: () => true, work: runJest });
