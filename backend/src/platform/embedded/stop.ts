import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { hasEnded, isAlive, readPostmaster, worksIn } from './postmaster.ts';

// A fast shutdown writes a checkpoint; on a slow disk that takes its time.
const FAST_MS = 60_000;
const IMMEDIATE_MS = 5_000;

const send = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** PostgreSQL's "fast shutdown": sessions are ended, everything is written, no recovery needed. */
export const stopServer = async (pid: number): Promise<void> => {
  send(pid, 'SIGINT');
  if (await hasEnded(pid, FAST_MS)) return;
  // Loses nothing that was committed: the next start recovers from the log.
  send(pid, 'SIGQUIT');
  await hasEnded(pid, IMMEDIATE_MS);
};

/** Windows has no signals; there PostgreSQL's own tool speaks to the server. */
export const stopServerOnWindows = async (pgCtl: string, clusterFolder: string): Promise<void> => {
  await promisify(execFile)(pgCtl, ['stop', '-D', clusterFolder, '-m', 'fast', '-w']);
};

/** Stops whatever server of ours runs in the cluster, for a process that did not start it. */
export const stopServerOf = async (clusterFolder: string): Promise<void> => {
  const postmaster = readPostmaster(clusterFolder);
  if (postmaster === undefined || !isAlive(postmaster.pid)) return;
  if (worksIn(postmaster.pid, clusterFolder) === false) return;
  await stopServer(postmaster.pid);
};
