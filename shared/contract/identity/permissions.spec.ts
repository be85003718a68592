import { describe, expect, it } from '@jest/globals';
import { keyPermissions, permissions, permissionsOf, roles } from './index.ts';

const may = (role: (typeof roles)[number]) => permissionsOf([role]);
const commands = (role: (typeof roles)[number]) =>
  may(role).filter(
    (permission) => permission.startsWith('dossiers.') && permission !== 'dossiers.read',
  );

describe('what a role may do', () => {
  it('is configuration for an administrator: no dossier, no personal data', () => {
    expect(commands('admin')).toEqual([]);
    expect(may('admin').filter((name) => /^(dossiers|personalData|reports)\./.test(name))).toEqual(
      [],
    );
    expect(may('admin')).toEqual(expect.arrayContaining(['users.write', 'units.write']));
  });

  it.each(['observer', 'cityReader'] as const)('is reading without persons for %s', (role) => {
    expect(commands(role)).toEqual([]);
    expect(may(role)).toContain('dossiers.read');
    expect(may(role).filter((name) => /^personalData|write$|decide$|issue$/.test(name))).toEqual(
      [],
    );
  });

  it('is everything on dossiers for those who lead', () => {
    for (const role of roles) {
      for (const command of commands(role)) expect(may('director')).toContain(command);
    }
    expect(may('viceChair')).toEqual(may('director'));
  });

  it('lets nobody but administrators make accounts and keys', () => {
    for (const role of roles.filter((each) => each !== 'admin')) {
      expect(may(role).filter((name) => /^(users|apiKeys|units)\.write$/.test(name))).toEqual([]);
    }
  });

  it('grows with each further role and is listed once, in one order', () => {
    const both = permissionsOf(['reception', 'cashier']);
    expect(both).toEqual(permissions.filter((name) => both.includes(name)));
    expect(new Set(both).size).toBe(both.length);
    expect(permissionsOf([])).toEqual([]);
  });
});

describe('an API key', () => {
  it('neither reveals nor administers', () => {
    expect(keyPermissions).toContain('dossiers.receive');
    expect(
      keyPermissions.filter((name) =>
        /reveal|^(users|units|apiKeys|departments)\.write|^audit/.test(name),
      ),
    ).toEqual([]);
  });
});
