import { join } from 'node:path';
import { type Logger, destination, pino } from 'pino';
import type { Environment } from '../config/environment.ts';
import { RotatingFile } from './rotating-file.ts';

const ROTATION = { maxBytes: 10 * 1024 * 1024, keep: 5 };

/** Structured lines: into a file of the folder, or without one to the standard output. */
export const openLog = (level: Environment['LOG_LEVEL'], folder: string | undefined): Logger => {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    // S-22: what opens doors never reaches a log.
    redact: ['*.password', '*.authorization', '*.cookie', 'headers.authorization'],
  };
  if (folder === undefined) return pino(options, destination({ fd: 1, sync: true }));
  return pino(options, new RotatingFile(join(folder, 'logs', 'motcua.log'), ROTATION));
};
