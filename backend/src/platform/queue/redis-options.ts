import type { RedisOptions } from 'ioredis';

const CONNECT_MS = 5_000;

/** Options from a URL, which ioredis reads only from its first argument. */
export const redisOptions = (url: string): RedisOptions => {
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  const database = Number(pathname.slice(1));
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? 6379 : Number(port),
    ...(username !== '' && { username: decodeURIComponent(username) }),
    ...(password !== '' && { password: decodeURIComponent(password) }),
    ...(database > 0 && { db: database }),
    ...(protocol === 'rediss:' && { tls: {} }),
    connectTimeout: CONNECT_MS,
    // BullMQ asks for it: a command waits for the server instead of failing after some tries.
    maxRetriesPerRequest: null,
  };
};
