import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** What arrived, as it went over the wire. */
export interface Arrived {
  readonly to: readonly string[];
  readonly source: string;
}

interface Answer extends Error {
  responseCode?: number;
}

const answering = (responseCode: number): Answer =>
  Object.assign(new Error('as the test wants it'), { responseCode });

/** A real mail server on loopback, which takes letters or does not, as a test says. */
export class MailRoom {
  readonly arrived: Arrived[] = [];
  readonly #server: SMTPServer;
  /** What the next recipients are answered with; empty: they are known. */
  readonly refusals: number[] = [];
  /** Whoever wants to see each letter at once. */
  onArrived: (letter: Arrived) => void = () => undefined;

  private constructor(options: SMTPServerOptions) {
    this.#server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      ...options,
      onRcptTo: (_to, _session, done) => {
        const refusal = this.refusals.shift();
        done(refusal === undefined ? null : answering(refusal));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          const letter = { to, source: Buffer.concat(chunks).toString() };
          this.arrived.push(letter);
          done();
          this.onArrived(letter);
        });
      },
    });
  }

  static async open(options: SMTPServerOptions = {}, port = 0): Promise<MailRoom> {
    const room = new MailRoom(options);
    room.#server.listen(port, '127.0.0.1');
    await once(room.#server.server, 'listening');
    return room;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

const heldOpen = async (
  server: Server,
): Promise<{ readonly port: number; close(): Promise<void> }> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};

/** A mail server that never comes to the end of its greeting, yet never falls silent. */
export const drips = () => {
  const server = createServer((socket) => {
    const dripping = setInterval(() => socket.write('2'), 10);
    socket.on('close', () => clearInterval(dripping));
  });
  return heldOpen(server);
};

/** A mail server that takes the whole text and hangs up before it says so. */
export const hangsUpAfterData = () => {
  const texts: string[] = [];
  const server = createServer((socket) => {
    let isText = false;
    let text = '';
    socket.write('220 here\r\n');
    socket.on('data', (chunk) => {
      if (isText) {
        text += chunk.toString();
        if (!text.includes('\r\n.\r\n')) return;
        texts.push(text);
        socket.destroy();
        return;
      }
      const said = chunk.toString();
      isText = /^DATA/im.test(said);
      socket.write(isText ? '354 go on\r\n' : '250 yes\r\n');
    });
  });
  return heldOpen(server).then((held) => ({ ...held, texts }));
};
