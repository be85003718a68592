import { describe, expect, it } from '@jest/globals';
import { readCookies, sessionCookieName, writeCookie } from './cookies.ts';
import { credentialsOf } from './credentials.ts';
import { carriesCsrfToken, csrfTokenOf, isFromElsewhere } from './foreign-request.ts';

const request = (headers: Record<string, string>, protocol = 'http') => ({
  id: '1',
  method: 'POST',
  url: '/',
  ip: '127.0.0.1',
  host: 'motcua.xa.vn',
  protocol,
  headers,
});

describe('a request from elsewhere', () => {
  it.each([
    [{}, false],
    [{ 'sec-fetch-site': 'same-origin' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ 'sec-fetch-site': 'same-site' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, true],
    [{ origin: 'https://motcua.xa.vn' }, false],
    [{ origin: 'https://motcua.xa.vn.ke-xau.example' }, true],
    [{ origin: 'null' }, true],
    // Behind a proxy that renames the host the browser's own word is the better one.
    [{ origin: 'https://motcua.example', 'sec-fetch-site': 'same-origin' }, false],
  ])('%j: %p', (headers, expected) => {
    expect(isFromElsewhere(request(headers))).toBe(expected);
  });
});

describe('the token of our own pages', () => {
  it('belongs to one session', () => {
    const headers = { 'x-csrf-token': csrfTokenOf('mine') };
    expect(carriesCsrfToken(request(headers), 'mine')).toBe(true);
    expect(carriesCsrfToken(request(headers), 'another')).toBe(false);
    expect(carriesCsrfToken(request({}), 'mine')).toBe(false);
    expect(csrfTokenOf('mine')).not.toContain('mine');
  });
});

describe('what a request shows of itself', () => {
  it('is the bearer, right or wrong, and never the cookie beside it', () => {
    const cookie = 'motcua-sid=abc';
    for (const authorization of ['Bearer mck_x', 'bearer   mck_x ']) {
      expect(credentialsOf(request({ authorization, cookie }))).toEqual({
        kind: 'key',
        secret: 'mck_x',
      });
    }
    for (const authorization of ['Bearer', 'Bearer ']) {
      expect(credentialsOf(request({ authorization, cookie }))).toEqual({
        kind: 'key',
        secret: '',
      });
    }
    expect(credentialsOf(request({ cookie }))).toEqual({ kind: 'session', token: 'abc' });
    expect(credentialsOf(request({}))).toBeUndefined();
  });

  it('over TLS is only the cookie that no other host can set', () => {
    const both = 'motcua-sid=planted; __Host-motcua-sid=ours';
    expect(credentialsOf(request({ cookie: both }, 'https'))).toEqual({
      kind: 'session',
      token: 'ours',
    });
    expect(credentialsOf(request({ cookie: 'motcua-sid=planted' }, 'https'))).toBeUndefined();
  });
});

describe('cookies', () => {
  it('are read as browsers send them', () => {
    expect([...readCookies(' a=1;b = 2 ; c; =3; a=4')]).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
    expect(readCookies(undefined).size).toBe(0);
  });

  it('are out of reach for scripts and other sites', () => {
    const name = sessionCookieName('https');
    expect(writeCookie({ name, value: 'x', maxAgeSeconds: 0 }, 'https')).toBe(
      '__Host-motcua-sid=x; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0',
    );
  });
});
