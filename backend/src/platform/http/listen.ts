import type { Environment } from '../config/environment.ts';
import { Failure } from '../config/failure.ts';
import { findFreePort, portFault } from './free-port.ts';

const FIRST_PORT = 3000;
const LOOKS = 5;

export interface Listening {
  readonly address: string;
  /** The port we would have liked, when somebody else has it. */
  readonly portTaken?: number;
}

const reasons: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  EADDRINUSE: ['Một chương trình khác đang dùng cổng này.', 'Another program is using that port.'],
  EACCES: ['Người dùng này không được mở cổng này.', 'This user may not open that port.'],
  EADDRNOTAVAIL: ['Máy này không có địa chỉ ấy.', 'This machine does not have that address.'],
  ENOTFOUND: ['Không phân giải được tên máy ấy.', 'That host name cannot be resolved.'],
};

const cannotListen = (at: string, code: string): Failure => {
  const [why, whyEn] = reasons[code] ?? [code, code];
  return new Failure(
    {
      what: `Không mở được ${at}.`,
      why,
      todo: 'Chọn cổng khác (PORT=3001 npm start), bỏ PORT để Motcua tự tìm cổng, hoặc xem lại MOTCUA_HOST.',
    },
    {
      what: `Cannot open ${at}.`,
      why: whyEn,
      todo: 'Choose another port (PORT=3001 npm start), leave PORT out to have one found, or check MOTCUA_HOST.',
    },
  );
};

/** What a person types into a browser on this machine. */
export const addressOf = (host: string, port: number): string => {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
};

const choosePort = async ({ PORT: given, MOTCUA_HOST: host }: Environment): Promise<number> => {
  const wanted = given ?? FIRST_PORT;
  const fault = await portFault(wanted, host);
  if (fault === undefined) return wanted;
  if (given !== undefined) throw cannotListen(`${host}:${given}`, fault);
  const port = await findFreePort(wanted + 1, host);
  if (port === undefined) throw cannotListen(`${host}:${wanted}`, fault);
  return port;
};

interface Opener {
  listen(port: number, host: string): Promise<unknown>;
}

/** Another program may step in between our look and our step; whoever named no port has us look again. */
const open = async (app: Opener, environment: Environment): Promise<number> => {
  const { MOTCUA_HOST: host, PORT: given } = environment;
  for (let looks = LOOKS; ; looks -= 1) {
    const port = await choosePort(environment);
    try {
      await app.listen(port, host);
      return port;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      const again = given === undefined && code === 'EADDRINUSE' && looks > 1;
      if (!again) throw cannotListen(`${host}:${port}`, code);
    }
  }
};

/** Opens the given port or fails; without one, 3000 or the next that is free. */
export const listen = async (app: Opener, environment: Environment): Promise<Listening> => {
  const port = await open(app, environment);
  const isOther = environment.PORT === undefined && port !== FIRST_PORT;
  const address = addressOf(environment.MOTCUA_HOST, port);
  return { address, ...(isOther && { portTaken: FIRST_PORT }) };
};
