import { describe, expect, it } from '@jest/globals';
import { permissionsOf, roles } from '#contract/identity';
import type { Role } from '#domain/dossier';
import { screens } from './screens.ts';
import { adminWords } from '#wording/admin';
import { firstOf } from './shell/index.ts';

const firstFor = (...roles: readonly Role[]): string | undefined =>
  firstOf(
    {
      has: (role) => roles.includes(role),
      may: (permission) => permissionsOf(roles).includes(permission),
    },
    screens,
  )?.name;

describe('the first page of the day', () => {
  it.each(['reception', 'processing', 'clerk'] as const)('is the own work for %s', (role) => {
    expect(firstFor(role)).toBe('work');
  });

  it.each(['head', 'director', 'viceChair'] as const)(
    'is what goes late if nobody acts for a %s',
    (role) => {
      expect(firstFor(role)).toBe('steering');
    },
  );

  it('is the board for an officer who heads a department as well', () => {
    expect(firstFor('processing', 'head')).toBe('steering');
  });

  it('is the reports for whoever draws them up, and the city for whoever takes them in', () => {
    expect([firstFor('reporter', 'dataOfficer'), firstFor('cityReader')]).toEqual([
      ...['reports', 'city'],
    ]);
  });

  it('is the page of administration for an administrator', () => {
    expect(firstFor('admin')).toBe('admin');
  });
});

describe('a screen of administration', () => {
  const administered = screens.filter(({ administers }) => administers !== undefined);
  const home = new Set(screens.find(({ name }) => name === 'admin')?.permissions);

  it.each(administered)('says what is set there, in both languages: $name', async ({ name }) => {
    const { about } = typeof adminWords.en === 'function' ? await adminWords.en() : adminWords.en;
    expect([adminWords.vi.about[name], about[name]]).toEqual([
      ...[expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)],
    ]);
  });

  it.each(roles)('is reached from its page by whoever may open it: %s', (role) => {
    const may = permissionsOf([role]);
    const own = administered.filter(({ permissions }) =>
      (permissions ?? may).some((permission) => may.includes(permission)),
    );
    expect(own.length > 0 && !may.some((permission) => home.has(permission))).toBe(false);
  });

  it('has a sign, and stands in no other place of the navigation', () => {
    expect(administered.filter(({ icon }) => icon === undefined)).toEqual([]);
  });
});
