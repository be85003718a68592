import { readFileSync, rmSync } from 'node:fs';
import type { Charge } from './conversation.ts';
import { stopServerOf } from './stop.ts';

const isStillOurs = ({ lockFile, instance }: Charge): boolean => {
  try {
    return (JSON.parse(readFileSync(lockFile, 'utf8')) as { token?: string }).token === instance;
  } catch {
    return false;
  }
};

/**
 * The launcher died without a word (kill −9): leave nothing running behind. A new launcher may
 * have taken over by then; its lock says so, and the database is then its own.
 */
export const cleanUpAfterLauncher = async (charge: Charge): Promise<void> => {
  if (!isStillOurs(charge)) return;
  if (charge.clusterFolder !== undefined) await stopServerOf(charge.clusterFolder);
  if (isStillOurs(charge)) rmSync(charge.lockFile, { force: true });
};
