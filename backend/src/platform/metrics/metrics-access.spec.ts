import { describe, expect, it } from '@jest/globals';
import { metricsAccess } from './metrics-access.ts';

const TOKEN = 'một-mã-đủ-dài-để-thử'.normalize('NFC');

describe('the figures for monitoring', () => {
  it.each([
    ['127.0.0.1', {}, 'granted'],
    ['127.8.8.8', {}, 'granted'],
    ['::1', {}, 'granted'],
    ['::ffff:127.0.0.1', {}, 'granted'],
    ['10.0.0.5', {}, 'hidden'],
    ['::ffff:10.0.0.5', {}, 'hidden'],
    ['12.127.0.1', {}, 'hidden'],
    // A proxy on the same machine that we were not told of.
    ['127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }, 'hidden'],
    ['127.0.0.1', { forwarded: 'for=203.0.113.9' }, 'hidden'],
    ['127.0.0.1', { 'x-real-ip': '203.0.113.9' }, 'hidden'],
  ] as const)('without a token are for this machine alone: %s %j', (ip, headers, expected) => {
    expect(metricsAccess({ ip, headers }, undefined)).toBe(expected);
  });

  it.each([
    ['10.0.0.5', { authorization: `Bearer ${TOKEN}` }, 'granted'],
    ['10.0.0.5', { authorization: `bearer  ${TOKEN} ` }, 'granted'],
    ['10.0.0.5', { authorization: `Bearer ${TOKEN}x` }, 'token-required'],
    ['10.0.0.5', { authorization: TOKEN }, 'token-required'],
    ['10.0.0.5', {}, 'token-required'],
    // One rule for all, once there is one.
    ['127.0.0.1', {}, 'token-required'],
  ] as const)('with a token are for whoever shows it: %s %j', (ip, headers, expected) => {
    expect(metricsAccess({ ip, headers }, TOKEN)).toBe(expected);
  });
});
