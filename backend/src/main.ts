import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { AppModule } from './app.module.ts';
import { closingTime, hasLauncher, receiveCharge, tellLauncher } from './door.ts';
import type { Environment } from './platform/config/environment.ts';
import { Failure, asFailure, describeFailure } from './platform/config/failure.ts';
import { requireEnvironment } from './platform/config/required-environment.ts';
import type { Charge } from './platform/embedded/conversation.ts';
import { cleanUpAfterLauncher } from './platform/embedded/guardian.ts';
import { createApplication } from './platform/http/application.ts';
import { listen } from './platform/http/listen.ts';
import { openLog } from './platform/log/logger.ts';

const CLOSING_MS = 10_000;

const requireDatabase = ({ DATABASE_URL: url }: Environment): void => {
  if (url !== undefined) return;
  throw new Failure(
    {
      what: 'Chưa biết cơ sở dữ liệu ở đâu.',
      why: 'DATABASE_URL chưa được đặt, và tiến trình này không tự chạy PostgreSQL.',
      todo: 'Đặt DATABASE_URL=postgres://…, hoặc chạy `npm start` để dùng PostgreSQL đi kèm.',
    },
    {
      what: 'There is no database to use.',
      why: 'DATABASE_URL is not set, and this process does not run PostgreSQL itself.',
      todo: 'Set DATABASE_URL=postgres://…, or run `npm start` for the bundled PostgreSQL.',
    },
  );
};

const serve = async (): Promise<void> => {
  const environment = requireEnvironment();
  requireDatabase(environment);
  const charge: Charge | undefined = hasLauncher() ? await receiveCharge() : undefined;
  const closing = closingTime();
  // Under the launcher the terminal belongs to people; alone, the surroundings collect our lines.
  const log = openLog(environment.LOG_LEVEL, charge && environment.MOTCUA_DATA_DIR);
  const instance = charge?.instance ?? randomUUID();
  const { app, drain } = await createApplication({
    module: AppModule.of(environment, log),
    log,
    instance,
    proxies: environment.MOTCUA_PROXY,
  });
  const listening = await listen(app, environment);
  log.info({ ...listening, instance }, 'listening');
  tellLauncher({ kind: 'listens', ...listening });

  const reason = await closing;
  log.info({ reason }, 'closing');
  // A hook that hangs must not keep the office from closing.
  const inTime = await Promise.race([drain.close().then(() => true), pause(CLOSING_MS, false)]);
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
