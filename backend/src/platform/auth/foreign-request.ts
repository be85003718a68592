import { createHmac, timingSafeEqual } from 'node:crypto';
import { CSRF_HEADER } from '#contract/identity';
import { type HttpRequest, headerOf } from '../http/exchange.ts';

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isWrite = (method: string): boolean => !READS.has(method);

/** Belongs to one session and says nothing about its token. */
export const csrfTokenOf = (sessionToken: string): string =>
  createHmac('sha256', sessionToken).update('motcua csrf').digest('base64url');

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;

/**
 * Whether a browser says that a page of another origin made the request. No browser lets a page set
 * these headers; what sends neither is no browser.
 */
export const isFromElsewhere = (request: HttpRequest): boolean => {
  const site = headerOf(request, 'sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = headerOf(request, 'origin');
  return origin !== undefined && hostOf(origin) !== request.host;
};

/** Whether the request carries the token that only our own page could read. */
export const carriesCsrfToken = (request: HttpRequest, sessionToken: string): boolean => {
  const given = Buffer.from(headerOf(request, CSRF_HEADER) ?? '');
  const expected = Buffer.from(csrfTokenOf(sessionToken));
  return given.length === expected.length && timingSafeEqual(given, expected);
};
