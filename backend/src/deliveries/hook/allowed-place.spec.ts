import { describe, expect, it } from '@jest/globals';
import { isAllowedAddress, isAllowedHost } from './allowed-place.ts';

const nowhere = { hosts: [], networks: [] };

describe('where a hook may lead', () => {
  it('is to hosts that the operator named, and to nobody else', () => {
    const places = { hosts: ['gateway.example', '.zalo.me'], networks: [] };
    expect(isAllowedHost(places, 'Gateway.Example.')).toBe(true);
    expect(isAllowedHost(places, 'openapi.zalo.me')).toBe(true);
    expect(isAllowedHost(places, 'zalo.me.evil.example')).toBe(false);
    expect(isAllowedHost(nowhere, 'gateway.example')).toBe(false);
  });

  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '224.0.0.1', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1'],
    ...['::ffff:7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::', 'not an address', '2130706433'],
  ])('is not %s, whatever name led there', (address) => {
    expect(isAllowedAddress(nowhere, address)).toBe(false);
  });

  it.each(['8.8.8.8', '113.160.1.1', '2606:4700::1111'])('may be %s', (address) => {
    expect(isAllowedAddress(nowhere, address)).toBe(true);
  });

  it('may be an inner network that the operator opened, and no other', () => {
    const places = { hosts: [], networks: ['10.1.0.0/16', '127.0.0.1', 'fd00:1::/32'] };
    const allowed = (address: string) => isAllowedAddress(places, address);
    expect(['10.1.9.9', '127.0.0.1', 'fd00:1::5', '::ffff:10.1.0.1'].every(allowed)).toBe(true);
    expect(['10.2.0.1', '127.0.0.2', 'fd00:2::5'].some(allowed)).toBe(false);
  });
});
