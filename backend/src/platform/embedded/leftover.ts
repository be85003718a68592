import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { systemIdentifier } from './cluster.ts';
import { foreignServer } from './failures.ts';
import {
  type Postmaster,
  hasEnded,
  isAlive,
  isUnburied,
  isWorkedIn,
  readPostmaster,
  worksIn,
} from './postmaster.ts';
import type { Secrets } from './secrets.ts';
import { identifierBehind } from './session.ts';

const SETTLE_MS = 60_000;
const SESSIONS_MS = 30_000;

/** Waits while a server we found is still starting, recovering or stopping. */
const settled = async (clusterFolder: string): Promise<Postmaster | undefined> => {
  const until = performance.now() + SETTLE_MS;
  for (;;) {
    const found = readPostmaster(clusterFolder);
    if (found === undefined || !isAlive(found.pid)) return undefined;
    if (found.status === 'ready' || performance.now() > until) return found;
    await pause(50);
  }
};

/**
 * Removes `postmaster.pid` where PostgreSQL would wrongly refuse to start for ever. It guards
 * against two servers over one cluster, so it goes only once nobody works there any more.
 */
const clearTrace = async (clusterFolder: string, pid: number): Promise<void> => {
  const until = performance.now() + SESSIONS_MS;
  while (isWorkedIn(clusterFolder)) {
    if (performance.now() > until) throw foreignServer(clusterFolder, pid);
    await pause(50);
  }
  rmSync(join(clusterFolder, 'postmaster.pid'), { force: true });
};

/** A container without an init keeps a killed server in its list of processes for good. */
export const clearTraceOfDead = async (clusterFolder: string): Promise<void> => {
  const found = readPostmaster(clusterFolder);
  if (found !== undefined && isUnburied(found.pid)) await clearTrace(clusterFolder, found.pid);
};

const isOurs = async (
  { pid, port }: Postmaster,
  clusterFolder: string,
  secrets: Secrets,
): Promise<boolean> => {
  if (worksIn(pid, clusterFolder) === false) return false;
  try {
    return (await identifierBehind(port, secrets)) === systemIdentifier(clusterFolder);
  } catch {
    // It went away while we asked, or it is somebody else's: either way not to be adopted.
    return false;
  }
};

/**
 * The server an earlier launcher left running in the cluster, proven to be this cluster's by its
 * identity. A `postmaster.pid` that names no server of ours is cleared away.
 */
export const findLeftover = async (
  clusterFolder: string,
  secrets: Secrets,
): Promise<Postmaster | undefined> => {
  const found = await settled(clusterFolder);
  if (found === undefined) return undefined;
  if (await isOurs(found, clusterFolder, secrets)) return found;
  if (await hasEnded(found.pid, 1_000)) return undefined;
  const works = worksIn(found.pid, clusterFolder);
  // The process id was reused (a restarted machine or container): PostgreSQL would refuse to
  // start for ever. Only where we can see that the process works elsewhere may we know better.
  if (works !== false) throw foreignServer(clusterFolder, found.pid);
  await clearTrace(clusterFolder, found.pid);
  return undefined;
};
