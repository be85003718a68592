import { createServer, connect } from 'node:net';

const PROBE_MS = 300;

/** Some systems let us bind beside a listener on all addresses; its visitors would then be ours. */
const isAnswering = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host, timeout: PROBE_MS });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('timeout', () => done(false));
    socket.once('error', () => done(false));
  });

const bindFault = (port: number, host: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });

/** Why the port cannot be had (`EADDRINUSE`, `EACCES`, …); undefined when it can. */
export const portFault = async (port: number, host: string): Promise<string | undefined> =>
  (await isAnswering(port, host)) ? 'EADDRINUSE' : bindFault(port, host);

export type PortProbe = (port: number, host: string) => Promise<string | undefined>;

/** The first free port from `first` on; undefined when none of `tries` is free. */
export const findFreePort = async (
  first: number,
  host: string,
  probe: PortProbe = portFault,
  tries = 50,
): Promise<number | undefined> => {
  const last = Math.min(first + tries - 1, 65_535);
  for (let port = first; port <= last; port += 1) {
    const fault = await probe(port, host);
    if (fault === undefined) return port;
    // An address that is not ours is not ours on any port.
    if (fault !== 'EADDRINUSE' && fault !== 'EACCES') return undefined;
  }
  return undefined;
};
