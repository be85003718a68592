import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { AppModule } from './app.module.ts';
import { closingTime, hasLauncher, receiveCharge, tellLauncher } from './door.ts';
import { onScreen } from './evaluation/index.ts';
import { type Doors, doorsOf } from './platform/config/doors.ts';
import type { Environment } from './platform/config/environment.ts';
import { Failure, asFailure, describeFailure } from './platform/config/failure.ts';
import { requireDatabase } from './platform/config/required-database.ts';
import { requireEnvironment } from './platform/config/required-environment.ts';
import type { Charge } from './platform/embedded/conversation.ts';
import { cleanUpAfterLauncher } from './platform/embedded/guardian.ts';
import { createApplication } from './platform/http/application.ts';
import { listen } from './platform/http/listen.ts';
import { openLog } from './platform/log/logger.ts';
import { openWorkshop } from './worker.ts';

const CLOSING_MS = 10_000;

const requireDoors = (word: string | undefined): Doors => {
  const doors = doorsOf(word);
  if (doors !== undefined) return doors;
  throw new Failure(
    {
      what: `Không có cửa nào tên là "${word}".`,
      why: 'Tiến trình này chỉ mở cửa api, cửa worker, hoặc cả hai khi không nêu tên.',
      todo: 'Chạy lại với api, worker, hoặc không nêu gì.',
    },
    {
      what: `There is no door called "${word}".`,
      why: 'This process opens the door api, the door worker, or both when none is named.',
      todo: 'Start it again with api, worker, or nothing.',
    },
  );
};

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

const serve = async (): Promise<void> => {
  const doors = requireDoors(process.argv[2]);
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

for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    process.stderr.write(describeFailure(asFailure(error)));
    process.exit(70);
  });
}

await serve().catch((error: unknown) => {
  process.stderr.write(describeFailure(asFailure(error)));
  process.exit(1);
});
