import { describe, expect, it } from '@jest/globals';
import { serverFailed } from './failures.ts';
import { Patience } from './patience.ts';
import { parsePostmasterFile } from './postmaster.ts';
import { initdbArguments, serverArguments } from './settings.ts';

const file = `13716
/data/postgres/cluster
1795263654
15432

127.0.0.1
  5457 884736
ready   
`;

describe('what a running server says of itself', () => {
  it('is read from postmaster.pid', () => {
    expect(parsePostmasterFile(file)).toEqual({ pid: 13716, port: 15432, status: 'ready' });
  });

  it('is incomplete while the server is only starting', () => {
    expect(parsePostmasterFile('13716\n/data\n')).toEqual({ pid: 13716, port: 0, status: '' });
  });

  it.each(['', 'nonsense', '0\n', '-5\n'])('is nothing in a damaged file: %p', (text) => {
    expect(parsePostmasterFile(text)).toBeUndefined();
  });
});

describe('the settings of the server', () => {
  const settings = serverArguments('/data/cluster', 15432).join(' ');

  it.each(['fsync=on', 'full_page_writes=on', 'synchronous_commit=on'])(
    'are durable: %s',
    (one) => {
      expect(settings).toContain(one);
    },
  );

  it('let nobody in from outside', () => {
    expect(settings).toContain('listen_addresses=127.0.0.1');
    expect(initdbArguments('/data/cluster', '/data/pw')).toContain('--auth=scram-sha-256');
  });
});

describe('a server that does not start', () => {
  it.each([
    ['initdb: error: could not write: No space left on device', 'Đĩa đã đầy.'],
    ['FATAL: could not open file "x": Permission denied', 'Không đủ quyền'],
    ['FATAL: could not map anonymous shared memory: Cannot allocate memory', 'Máy thiếu bộ nhớ.'],
  ])('is explained: %s', (output, why) => {
    const { vi } = serverFailed(output).accounts;
    expect(vi.why).toContain(why);
    expect(vi.why).toContain(output);
  });
});

describe('patience with crashes', () => {
  it('ends when they come too close together, and is renewed by quiet', () => {
    const patience = new Patience(2, 1_000);
    expect([0, 10, 20].map((at) => patience.bears(at))).toEqual([true, true, false]);
    expect(patience.bears(5_000)).toBe(true);
  });
});
