import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { HeldFiles } from './held-files.ts';
import { Session } from './session.ts';

const me = signal<{ readonly user: { readonly id: string } } | undefined>(undefined);
const unit = signal<{ readonly id: number } | undefined>(undefined);
let held: HeldFiles;

const LIST = { name: 'danh-sach.csv', file: new File(['a'], 'danh-sach.csv') };

beforeEach(() => {
  me.set({ user: { id: 'one' } });
  unit.set({ id: 1 });
  TestBed.configureTestingModule({
    providers: [{ provide: Session, useValue: { me, unit } }],
  });
  held = TestBed.inject(HeldFiles);
});

describe('a file that was brought', () => {
  it('is there again until somebody is done with it', () => {
    held.keep('imports', LIST);
    expect(held.find('imports')).toBe(LIST);
    expect(held.find('setup-lists/people')).toBeUndefined();
    held.drop('imports');
    expect(held.find('imports')).toBeUndefined();
  });

  it('is of the unit it was brought for', () => {
    held.keep('imports', LIST);
    unit.set({ id: 2 });
    expect(held.find('imports')).toBeUndefined();
    unit.set({ id: 1 });
    expect(held.find('imports')).toBe(LIST);
  });

  it('goes with whoever brought it', () => {
    held.keep('imports', LIST);
    me.set(undefined);
    TestBed.tick();
    me.set({ user: { id: 'one' } });
    expect(held.find('imports')).toBeUndefined();
  });
});
