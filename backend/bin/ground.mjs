// What both commands stand on: a supported Node, installed packages, the pinned Node.
// Plain JavaScript without dependencies: it runs before there is anything to import.
import { fileURLToPath } from 'node:url';
import { AskedToStop } from './asked-to-stop.mjs';
import { ensureInstalled } from './install.mjs';
import { rerunOnPinnedNode } from './pinned-node.mjs';
import { Failure, sayFailure } from './say.mjs';

export const checkout = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {string} version */
export const isSupportedNode = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
};

const requireSupportedNode = () => {
  const version = process.versions.node;
  if (isSupportedNode(version)) return;
  throw new Failure({
    vi: {
      what: 'Node trên máy này quá cũ.',
      why: `Motcua cần Node 20.19 trở lên; máy có ${version}.`,
      todo: 'Cài Node 24 từ https://nodejs.org rồi chạy lại.',
    },
    en: {
      what: "This machine's Node is too old.",
      why: `Motcua needs Node 20.19 or newer; this is ${version}.`,
      todo: 'Install Node 24 from https://nodejs.org and run again.',
    },
  });
};

/**
 * Makes the ground firm, then does the work on the pinned Node; sets the exit code.
 * @param {{ needsTools: () => boolean, work: () => Promise<number> }} command
 */
export const onFirmGround = async ({ needsTools, work }) => {
  try {
    requireSupportedNode();
    await ensureInstalled(checkout, { dev: needsTools(), env: process.env });
    process.exitCode = (await rerunOnPinnedNode(checkout)) ?? (await work());
  } catch (error) {
    if (error instanceof AskedToStop) process.exitCode = error.exitCode;
    else {
      sayFailure(error);
      process.exitCode = 1;
    }
  } finally {
    // The channel to the outer Node, once listened to, would keep a finished process alive.
    if (process.connected) process.disconnect();
  }
};
