import { type Server, createServer } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { readEnvironment } from '../config/environment.ts';
import { listen } from './listen.ts';

const opened: Server[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await new Promise((done) => server.close(done));
});

const bind = (port: number, host: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
    opened.push(server);
  });

/** A door before which somebody else steps in, as often as said. */
const door = (overtaken: number) => ({
  ports: [] as number[],
  async listen(port: number, host: string): Promise<void> {
    this.ports.push(port);
    if (this.ports.length <= overtaken) await bind(port, host);
    await bind(port, host);
  },
});

const environmentOf = (variables: Record<string, string>) => {
  const reading = readEnvironment({ DATABASE_URL: 'postgresql://localhost/none', ...variables });
  if (!('environment' in reading)) throw new Error(JSON.stringify(reading.faults));
  return reading.environment;
};

it('looks for another port when somebody steps in between', async () => {
  const overtaken = door(2);
  const { address } = await listen(overtaken, environmentOf({}));
  expect(overtaken.ports).toHaveLength(3);
  expect(address).toBe(`http://127.0.0.1:${overtaken.ports.at(-1)}`);
});

it('says so when the port that was asked for goes to somebody else', async () => {
  const free = await bind(0, '127.0.0.1');
  const { port } = free.address() as { readonly port: number };
  await new Promise((done) => free.close(done));
  opened.pop();
  const overtaken = door(1);
  const asked = listen(overtaken, environmentOf({ PORT: String(port) }));
  await expect(asked).rejects.toThrow(`127.0.0.1:${port}`);
  expect(overtaken.ports).toEqual([port]);
});
