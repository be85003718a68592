import { type AddressInfo, type Server, createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { Failure } from '../config/failure.ts';
import { refuseForgetfulRedis } from './redis-policy.ts';

const log = pino({ level: 'silent' });
let server: Server | undefined;

afterEach(() => {
  server?.close();
});

/** As much of Redis as answers the one question that is asked of it. */
const redisWith = async (policy: string): Promise<string> => {
  const info = `# Server\r\nredis_version:7.2.4\r\n# Memory\r\nmaxmemory_policy:${policy}\r\nloading:0\r\n`;
  const answer = `$${info.length}\r\n${info}\r\n`;
  server = createServer((socket) => {
    socket.on('data', (sent) => {
      const words = sent.toString().toLowerCase();
      const commands = words.match(/\*\d+\r\n\$\d+\r\n\w+/g) ?? [];
      for (const command of commands) socket.write(command.endsWith('info') ? answer : '+OK\r\n');
    });
    socket.on('error', () => socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `redis://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe('a Redis that would forget orders when its memory is full', () => {
  it.each(['allkeys-lru', 'volatile-ttl', 'allkeys-random'])(
    'stops the start, and says what to set: %s',
    async (policy) => {
      const refused = refuseForgetfulRedis(await redisWith(policy), log);
      await expect(refused).rejects.toBeInstanceOf(Failure);
      await expect(refused).rejects.toMatchObject({
        accounts: {
          vi: { todo: expect.stringContaining('noeviction') },
          en: { why: expect.stringContaining(policy) },
        },
      });
    },
  );

  it('is none that keeps everything', async () => {
    await expect(refuseForgetfulRedis(await redisWith('noeviction'), log)).resolves.toBeUndefined();
  });

  it('is none that is away: the office opens and works without it', async () => {
    await expect(refuseForgetfulRedis('redis://127.0.0.1:1', log)).resolves.toBeUndefined();
  });
});
