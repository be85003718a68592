import { readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What a running server writes about itself into its cluster (`postmaster.pid`). */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** Lines: pid, data folder, start time, port, socket folder, listen address, shared memory, status. */
export const parsePostmasterFile = (text: string): Postmaster | undefined => {
  const lines = text.split('\n').map((line) => line.trim());
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number.isInteger(port) ? port : 0, status: lines[7] ?? '' };
};

export const readPostmaster = (clusterFolder: string): Postmaster | undefined => {
  try {
    return parsePostmasterFile(readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** A killed server that nobody has buried: gone for us, but PostgreSQL takes it for running. */
export const isUnburied = (pid: number): boolean => {
  if (process.platform !== 'linux') return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !isUnburied(pid);
};

/**
 * Whether the process works in this cluster: a server's working folder is its cluster. Undefined
 * where the system does not let us look.
 */
export const worksIn = (pid: number, clusterFolder: string): boolean | undefined => {
  if (process.platform !== 'linux') return undefined;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterFolder);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? false : undefined;
  }
};

/** Whether any process still works in this cluster: a killed server's sessions outlive it a moment. */
export const isWorkedIn = (clusterFolder: string): boolean =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((name) => worksIn(Number(name), clusterFolder) === true);

/** Waits for the process to end; false when it is still there after the time given. */
export const hasEnded = async (pid: number, withinMs: number): Promise<boolean> => {
  const until = performance.now() + withinMs;
  while (isAlive(pid)) {
    if (performance.now() > until) return false;
    await pause(25);
  }
  return true;
};
