import { Projection } from './dossiers/index.ts';
import { Failure, asFailure, describeFailure } from './platform/config/failure.ts';
import { requireDatabase } from './platform/config/required-database.ts';
import { requireEnvironment } from './platform/config/required-environment.ts';
import { createDataSource } from './platform/database/data-source.ts';
import { migrate } from './platform/database/migrate.ts';
import { migrationAccess } from './platform/database/migration-access.ts';
import { Tenancy } from './platform/database/tenancy.ts';
import type { Environment } from './platform/config/environment.ts';
import { openLog } from './platform/log/logger.ts';
import { seed } from './seed.ts';
import { tellFindings, verify } from './verify/index.ts';

const PATIENCE_MS = 3_600_000;

type Command = (environment: Environment) => Promise<number>;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const bringUpToDate: Command = async (environment) => {
  const log = openLog(environment.LOG_LEVEL, environment.MOTCUA_DATA_DIR);
  const done = await migrate(migrationAccess(environment, log));
  for (const name of done) say(name);
  return 0;
};

const checkBooks: Command = async (environment) => {
  const log = openLog(environment.LOG_LEVEL, environment.MOTCUA_DATA_DIR);
  const dataSource = createDataSource({
    url: environment.DATABASE_URL ?? '',
    onPoolError: (error) => log.warn({ err: error }, 'a database connection broke'),
    connections: 2,
    patienceMs: PATIENCE_MS,
  });
  await dataSource.initialize();
  try {
    const tenancy = new Tenancy(dataSource);
    const findings = await verify(tenancy, new Projection(tenancy));
    say(tellFindings(findings, 'vi'));
    say(tellFindings(findings, 'en'));
    return findings.length === 0 ? 0 : 1;
  } finally {
    await dataSource.destroy();
  }
};

const fillTrial: Command = async (environment) => {
  const log = openLog(environment.LOG_LEVEL, environment.MOTCUA_DATA_DIR);
  return (await seed(environment, log)) ? 0 : 1;
};

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['migrate', bringUpToDate],
  ['seed', fillTrial],
  ['verify', checkBooks],
]);

const commandOf = (word: string | undefined): Command => {
  const command = COMMANDS.get(word ?? '');
  if (command !== undefined) return command;
  const list = [...COMMANDS.keys()].join(', ');
  throw new Failure(
    {
      what: `Motcua không biết lệnh "${word ?? ''}".`,
      why: `Các lệnh hiện có: ${list}.`,
      todo: 'Chạy lại với một trong các lệnh trên.',
    },
    {
      what: `Motcua knows no command "${word ?? ''}".`,
      why: `The commands there are: ${list}.`,
      todo: 'Run it again with one of these.',
    },
  );
};

const run = async (): Promise<number> => {
  const command = commandOf(process.argv[2]);
  const environment = requireEnvironment();
  requireDatabase(environment);
  return command(environment);
};

process.exitCode = await run().catch((error: unknown) => {
  process.stderr.write(describeFailure(asFailure(error)));
  return 2;
});
