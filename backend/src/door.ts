import { once } from 'node:events';
import { type Charge, type Listens, isToDoor } from './platform/embedded/conversation.ts';

/** What made the door close. */
export type Closing = 'asked' | 'launcher-lost';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The launcher above us, when there is one: it started us with a channel. */
export const hasLauncher = (): boolean => process.send !== undefined;

export const receiveCharge = async (): Promise<Charge> => {
  const [message] = (await once(process, 'message')) as unknown[];
  if (isToDoor(message) && message.kind === 'charge') return message;
  throw new Error('the launcher said something else than our charge');
};

export const tellLauncher = (message: Listens): void => {
  process.send?.(message);
};

/** Resolves when it is time to close. Later signals are heard and change nothing. */
export const closingTime = (): Promise<Closing> =>
  new Promise((resolve) => {
    const underLauncher = hasLauncher();
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        // Ctrl-C reaches us and the launcher alike; the launcher keeps the order of closing.
        if (!underLauncher || signal === 'SIGTERM') resolve('asked');
      });
    }
    process.on('message', (message) => {
      if (isToDoor(message) && message.kind === 'stop') resolve('asked');
    });
    process.on('disconnect', () => resolve('launcher-lost'));
  });
