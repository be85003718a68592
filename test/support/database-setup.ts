import { Failure, describeFailure } from '../../backend/src/platform/config/failure.ts';
import { closeBooks, openBooks } from './books.ts';
import { makeTemplate } from './database-template.ts';
import { startDatabaseServer } from './database-server.ts';

/** Once before all spec files: a server and a migrated template. MOTCUA_TEST_POSTGRES names one that runs. */
const setUp = async (): Promise<() => Promise<void>> => {
  const given = process.env['MOTCUA_TEST_POSTGRES'];
  const server =
    given === undefined
      ? await startDatabaseServer()
      : { url: given, stop: () => Promise.resolve() };
  process.env['MOTCUA_TEST_POSTGRES'] = server.url;
  try {
    await makeTemplate(server.url);
  } catch (error) {
    await server.stop();
    // Jest prints the message alone; a failure keeps its reason elsewhere.
    throw error instanceof Failure ? new Error(describeFailure(error), { cause: error }) : error;
  }
  openBooks();
  return async () => {
    closeBooks();
    await server.stop();
  };
};

let tearDown: (() => Promise<void>) | undefined;

/** Jest's `globalSetup` and `globalTeardown` in one: the second call ends what the first began. */
const atBothEnds = async (): Promise<void> => {
  if (tearDown === undefined) tearDown = await setUp();
  else await tearDown();
};

// eslint-disable-next-line no-restricted-syntax -- Jest calls the default export
export default atBothEnds;
