import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { serverFailed } from './failures.ts';
import { type OsUser, identityOf } from './os-user.ts';
import { isAlive, readPostmaster } from './postmaster.ts';
import { serverArguments } from './settings.ts';

const SLOW_MS = 10_000;

/** A server we can watch: one we started, or one we found running and adopted. */
export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
  /** Resolves when the process is gone, whatever the reason. */
  readonly ended: Promise<void>;
}

export interface ServerStart {
  readonly binaries: Binaries;
  readonly clusterHome: string;
  readonly clusterFolder: string;
  readonly port: number;
  readonly user: OsUser | undefined;
  /** Called once when the server takes long: after a crash it recovers first. */
  readonly onSlow: () => void;
}

const outputOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const launchProcess = (start: ServerStart, outputFile: string): ChildProcess => {
  const output = openSync(outputFile, 'w', 0o600);
  try {
    return spawn(start.binaries.postgres, serverArguments(start.clusterFolder, start.port), {
      cwd: start.clusterFolder,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', output, output],
      // Ctrl-C goes to the whole group of the terminal; the server is stopped last, by us.
      detached: true,
      windowsHide: true,
      ...identityOf(start.user),
    });
  } finally {
    closeSync(output);
  }
};

/** How the process ended, once it has. */
const endingOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`postgres: ${signal ?? `exit code ${code}`}`));
  });

const isReady = (clusterFolder: string, child: ChildProcess): boolean => {
  const postmaster = readPostmaster(clusterFolder);
  return postmaster !== undefined && postmaster.pid === child.pid && postmaster.status === 'ready';
};

/** Starts the server and waits until it takes questions. */
export const startServer = async (start: ServerStart): Promise<ServerProcess> => {
  const outputFile = join(start.clusterHome, 'start.log');
  const child = launchProcess(start, outputFile);
  const ended = endingOf(child);
  const slow = setTimeout(start.onSlow, SLOW_MS);
  try {
    while (!isReady(start.clusterFolder, child)) {
      const fault = await Promise.race([ended, pause(15)]);
      if (fault !== undefined) throw serverFailed(`${outputOf(outputFile)}\n${fault}`);
    }
  } finally {
    clearTimeout(slow);
  }
  // The server outlives a launcher that is killed; it must not keep one that ends.
  child.unref();
  return { pid: child.pid ?? 0, port: start.port, ended: ended.then(() => undefined) };
};

/** A server that an earlier launcher left behind: not our child, so we look after it by looking. */
export const adoptServer = (pid: number, port: number): ServerProcess => {
  const watch = async () => {
    while (isAlive(pid)) await pause(500, undefined, { ref: false });
  };
  return { pid, port, ended: watch() };
};
