import { describe, expect, it } from '@jest/globals';
import { commandsSchema, dossierSearchSchema, dossiersQuerySchema } from '#contract/dossiers';
import { type WorkFilters, countsQuery, heaps, listQuery, meantQuery } from './work-filters.ts';

const all: WorkFilters = { scope: 'mine', due: undefined, q: undefined, sort: undefined, text: '' };

describe('the filters of the work list', () => {
  it.each([undefined, ...heaps])('ask for what the API knows, in the heap %s', (due) => {
    const query = Object.entries(listQuery({ ...all, due }, 7)).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : String(value),
    ]);
    expect(dossiersQuerySchema.safeParse(Object.fromEntries(query)).success).toBe(true);
  });

  it.each([undefined, ...heaps])('mean the same in a search and in a command: %s', (due) => {
    const searched = { ...listQuery({ ...all, due }, 7), q: 'nguyen van at' };
    expect(dossierSearchSchema.safeParse(searched).success).toBe(true);
    const filter = meantQuery({ ...all, due }, 7);
    const many = { unitId: 7, filter, command: 'complete-step', body: {} };
    expect(commandsSchema.safeParse(many).success).toBe(true);
  });

  it('find a code wherever its dossier stands, finished ones too', () => {
    expect(listQuery({ ...all, q: 'H24.99-260115-0001' }, 7)).not.toHaveProperty('state');
    expect(listQuery({ ...all, text: 'nguyen van at' }, 7)).not.toHaveProperty('state');
    expect(listQuery({ ...all, q: 'H24.99-260115-0001', due: 'overdue' }, 7)).toMatchObject({
      due: 'overdue',
    });
  });

  it('put nothing that was typed into an address', () => {
    expect(JSON.stringify(listQuery({ ...all, text: '0912345678' }, 7))).not.toContain('0912');
  });

  it('show what waits to be handed over, whoever held it', () => {
    expect(listQuery({ ...all, due: 'ready' }, 7)).toMatchObject({ state: ['resultReady'] });
    expect(listQuery({ ...all, due: 'ready' }, 7)).not.toHaveProperty('holder');
  });

  it('count by the same narrowing as the list', () => {
    expect(countsQuery({ ...all, due: 'near' }, 7)).toEqual({ unitId: 7, holder: 'me' });
    expect(countsQuery({ ...all, due: 'ready' }, 7)).toEqual({ unitId: 7, holder: 'me' });
    expect(countsQuery({ ...all, scope: 'unit' }, 7)).toEqual({ unitId: 7 });
  });
});
