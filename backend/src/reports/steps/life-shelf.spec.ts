import { describe, expect, it } from '@jest/globals';
import { NATIONAL_CALENDAR, aProcedure, aUnit } from '../../../../test/support/office.ts';
import { livedAs } from '../../../../test/support/reported-history.ts';
import { LifeShelves, type LifeOffice } from './life-shelf.ts';
import type { ToldLife } from './told-life.ts';

const officeWith = (rules = 'as shipped'): LifeOffice => ({
  ...{ calendar: NATIONAL_CALENDAR, unit: aUnit(), rules },
});

const told = (id: string, more: Partial<ToldLife> = {}): ToldLife => ({
  life: livedAs({ id }, ['received', '2026-03-02 08:00', { due: '2026-03-04 17:00' }]),
  ...{ version: 3, procedure: aProcedure(), stops: [], isOver: true },
  ...more,
});

const idsIn = (shelves: LifeShelves<ToldLife>, unit: number, office: LifeOffice, version = 3) =>
  shelves
    .find(
      unit,
      office,
      ['a', 'b', 'c'].map((id) => ({ id, version })),
    )
    .map(({ life }) => life.dossier.id);

describe('lives that were told', () => {
  it('are told again as long as nothing was added to them', () => {
    const [shelves, office] = [new LifeShelves<ToldLife>(), officeWith()];
    shelves.use(1, office);
    shelves.keep(1, office, told('a'));
    expect(idsIn(shelves, 1, office)).toEqual(['a']);
    expect(idsIn(shelves, 1, office, 4)).toEqual([]);
    expect(idsIn(shelves, 2, office)).toEqual([]);
  });

  it('are not kept while they go on', () => {
    const [shelves, office] = [new LifeShelves<ToldLife>(), officeWith()];
    shelves.use(1, office);
    shelves.keep(1, office, told('a', { isOver: false }));
    expect(idsIn(shelves, 1, office)).toEqual([]);
  });

  it('are told anew where the office counts otherwise than it did', () => {
    const [shelves, before, after] = [
      new LifeShelves<ToldLife>(),
      officeWith(),
      officeWith('otherwise'),
    ];
    shelves.use(1, before);
    shelves.keep(1, before, told('a'));
    expect(idsIn(shelves, 1, after)).toEqual([]);
    shelves.use(1, after);
    expect(idsIn(shelves, 1, before)).toEqual([]);
    // Somebody who asked before the change and comes to an end after it.
    shelves.keep(1, before, told('a'));
    expect(idsIn(shelves, 1, after)).toEqual([]);
  });

  it('make room for whoever asks, those who asked longest ago first, and never grow beyond it', () => {
    const [shelves, office] = [new LifeShelves<ToldLife>(3), officeWith()];
    for (const unit of [1, 2, 3]) {
      shelves.use(unit, office);
      shelves.keep(unit, office, told('a'));
    }
    shelves.use(1, office);
    shelves.keep(1, office, told('b'));
    expect([1, 2, 3].map((unit) => idsIn(shelves, unit, office))).toEqual([['a', 'b'], [], ['a']]);
    shelves.keep(1, office, told('c'));
    shelves.keep(1, office, told('d'));
    expect(idsIn(shelves, 1, office)).toEqual(['a', 'b', 'c']);
    expect(idsIn(shelves, 3, office)).toEqual([]);
  });
});
