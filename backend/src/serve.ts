import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { Logger } from 'pino';
import { AppModule } from './app.module.ts';
import { closingTime, hasLauncher, receiveCharge, tellLauncher } from './door.ts';
import { onScreen } from './evaluation/index.ts';
import type { Doors } from './platform/config/doors.ts';
import type { Environment } from './platform/config/environment.ts';
import { asFailure, describeFailure } from './platform/config/failure.ts';
import { requireDatabase } from './platform/config/required-database.ts';
import { requireEnvironment } from './platform/config/required-environment.ts';
import type { Charge } from './platform/embedded/conversation.ts';
import { cleanUpAfterLauncher } from './platform/embedded/guardian.ts';
import { createApplication } from './platform/http/application.ts';
import { listen } from './platform/http/listen.ts';
import { openLog } from './platform/log/logger.ts';
import { openWorkshop } from './worker.ts';

const CLOSING_MS = 10_000;

// By itself the heap is let grow to four times what is in use before it is cleared: a list of ten thousand rows left
// the process two hundred megabytes larger, all of it refuse.
const CLEAR_WHEN_GROWN = '--heap-growing-percent=30';

const isTrial = (charge: Charge | undefined): boolean => charge?.evaluates === true;

interface Surroundings {
  readonly environment: Environment;
  readonly doors: Doors;
  readonly log: Logger;
  readonly instance: string;
  readonly evaluates: boolean;
}

/** Opens the doors; gives what closes them. */
const open = async ({ environment, doors, log, instance, evaluates }: Surroundings) => {
  if (!doors.api) {
    const workshop = await openWorkshop(environment, log);
    log.info({ instance }, 'working');
    return workshop;
  }
  const module = AppModule.of(environment, log, doors, evaluates ? onScreen : null);
  const { app, drain } = await createApplication({
    module,
    log,
    instance,
    proxies: environment.MOTCUA_PROXY,
  });
  const listening = await listen(app, environment);
  log.info({ ...listening, instance, works: doors.worker }, 'listening');
  tellLauncher({ kind: 'listens', ...listening });
  return drain;
};

const work = async (doors: Doors): Promise<never> => {
  const environment = requireEnvironment();
  requireDatabase(environment);
  const charge: Charge | undefined = hasLauncher() ? await receiveCharge() : undefined;
  const closing = closingTime();
  // Under the launcher the terminal belongs to people; alone, the surroundings collect our lines.
  const log = openLog(environment.LOG_LEVEL, charge && environment.MOTCUA_DATA_DIR);
  const instance = charge?.instance ?? randomUUID();
  const opened = await open({ environment, doors, log, instance, evaluates: isTrial(charge) });

  const reason = await closing;
  log.info({ reason }, 'closing');
  // A hook that hangs must not keep the office from closing.
  const inTime = await Promise.race([opened.close().then(() => true), pause(CLOSING_MS, false)]);
  if (charge !== undefined && reason === 'launcher-lost') await cleanUpAfterLauncher(charge);
  log.info({ inTime }, 'closed');
  process.exit(inTime ? 0 : 1);
};

/** Tells a person, in this process's last words, what made it end. */
const endWith = (code: number, error: unknown): never => {
  process.stderr.write(describeFailure(asFailure(error)));
  process.exit(code);
};

/** Opens the doors and keeps them open until somebody asks to close them; ends the process. */
export const serve = (doors: Doors): Promise<never> => {
  setFlagsFromString(CLEAR_WHEN_GROWN);
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => endWith(70, error));
  }
  return work(doors).catch((error: unknown) => endWith(1, error));
};
