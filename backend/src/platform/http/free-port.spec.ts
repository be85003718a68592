import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { findFreePort, portFault } from './free-port.ts';
import { addressOf } from './listen.ts';

const taken =
  (...ports: number[]) =>
  (port: number) =>
    Promise.resolve(ports.includes(port) ? 'EADDRINUSE' : undefined);

describe('choosing a port', () => {
  it('takes the first one when it is free', async () => {
    expect(await findFreePort(3000, '127.0.0.1', taken())).toBe(3000);
  });

  it('takes the next free one when others were there before', async () => {
    expect(await findFreePort(3000, '127.0.0.1', taken(3000, 3001))).toBe(3002);
  });

  it('gives up when all are taken', async () => {
    expect(await findFreePort(3000, '127.0.0.1', taken(3000, 3001), 2)).toBeUndefined();
  });

  it('does not try port after port at an address this machine does not have', async () => {
    let probes = 0;
    const nowhere = () => {
      probes += 1;
      return Promise.resolve('EADDRNOTAVAIL');
    };
    expect(await findFreePort(3000, '203.0.113.1', nowhere)).toBeUndefined();
    expect(probes).toBe(1);
  });

  it('sees a real listener', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.address() as AddressInfo;
    expect(await portFault(port, '127.0.0.1')).toBe('EADDRINUSE');
    await new Promise((resolve) => server.close(resolve));
    expect(await portFault(port, '127.0.0.1')).toBeUndefined();
  });
});

describe('the address shown', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
    ['motcua.local', 'http://motcua.local:3000'],
  ])('for %s can be typed into a browser', (host, address) => {
    expect(addressOf(host, 3000)).toBe(address);
  });
});
