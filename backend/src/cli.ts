import { type CommandName, describeCommands, languages } from '#wording';
import { Projection } from './dossiers/index.ts';
import { Failure, asFailure, describeFailure } from './platform/config/failure.ts';
import { OfficeClock } from './platform/clock/office-clock.ts';
import { BOTH_DOORS, type Doors } from './platform/config/doors.ts';
import { requireDatabase } from './platform/config/required-database.ts';
import { requireEnvironment } from './platform/config/required-environment.ts';
import { createDataSource } from './platform/database/data-source.ts';
import { migrate } from './platform/database/migrate.ts';
import { migrationAccess } from './platform/database/migration-access.ts';
import { atOneMoment } from './platform/database/snapshot.ts';
import type { Environment } from './platform/config/environment.ts';
import { openLog } from './platform/log/logger.ts';
import { seed } from './seed.ts';
import { serve } from './serve.ts';
import { tellFindings, tellProgress, verify } from './verify/index.ts';

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
    const findings = await atOneMoment(dataSource, (tenancy) =>
      verify({
        tenancy,
        projection: new Projection(tenancy),
        clock: new OfficeClock(),
        onProgress: tellProgress(),
      }),
    );
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

/** A door stays open: it ends the process itself, when it is asked to close. */
const openDoors =
  (doors: Doors): Command =>
  () =>
    serve(doors);

const COMMANDS: ReadonlyMap<CommandName, Command> = new Map<CommandName, Command>([
  ['api', openDoors({ api: true, worker: false })],
  ['worker', openDoors({ api: false, worker: true })],
  ['migrate', bringUpToDate],
  ['seed', fillTrial],
  ['verify', checkBooks],
]);

const isHelp = (word: string | undefined): boolean =>
  word === 'help' || word === '--help' || word === '-h';

const tellHelp = (): number => {
  for (const language of languages) say(describeCommands(language, [...COMMANDS.keys()]));
  return 0;
};

const commandOf = (word: string | undefined): Command => {
  // Without a word: both doors, as `npm start` opens them.
  if (word === undefined) return openDoors(BOTH_DOORS);
  const command = COMMANDS.get(word as CommandName);
  if (command !== undefined) return command;
  const list = [...COMMANDS.keys()].join(', ');
  throw new Failure(
    {
      what: `Motcua không biết lệnh "${word}".`,
      why: `Các lệnh hiện có: ${list}.`,
      todo: 'Chạy lại với một trong các lệnh trên; `motcua --help` nói rõ từng lệnh.',
    },
    {
      what: `Motcua knows no command "${word}".`,
      why: `The commands there are: ${list}.`,
      todo: 'Run it again with one of these; `motcua --help` explains them.',
    },
  );
};

const run = async (): Promise<number> => {
  if (isHelp(process.argv[2])) return tellHelp();
  const command = commandOf(process.argv[2]);
  const environment = requireEnvironment();
  requireDatabase(environment);
  return command(environment);
};

process.exitCode = await run().catch((error: unknown) => {
  process.stderr.write(describeFailure(asFailure(error)));
  return 2;
});
