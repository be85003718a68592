import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { type HttpRequest, headerOf } from '../http/exchange.ts';

export type MetricsAccess = 'granted' | 'token-required' | 'hidden';

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

const isLoopback = (address: string): boolean =>
  isIP(address) === 4
    ? address.startsWith('127.')
    : address === '::1' || address.startsWith('::ffff:127.');

/** A proxy on this machine would make everybody a neighbour. */
const cameThroughProxy = (request: Pick<HttpRequest, 'headers'>): boolean =>
  FORWARDED.some((name) => headerOf(request, name) !== undefined);

/** With a token, whoever shows it; without one, this machine alone. */
export const metricsAccess = (
  request: Pick<HttpRequest, 'headers' | 'ip'>,
  token: string | undefined,
): MetricsAccess => {
  if (token === undefined) {
    return isLoopback(request.ip) && !cameThroughProxy(request) ? 'granted' : 'hidden';
  }
  const shown = /^bearer +(\S+) *$/i.exec(headerOf(request, 'authorization') ?? '')?.[1] ?? '';
  return timingSafeEqual(hash(shown), hash(token)) ? 'granted' : 'token-required';
};
