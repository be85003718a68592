import { describe, expect, it } from '@jest/globals';
import { procedureDefinitionSchema } from '#contract/procedures';
import { checkAllowance } from '#domain/deadline';
import { STARTER_CATALOGUE } from './starter-catalogue.ts';

const entry = (wanted: string) => {
  const found = STARTER_CATALOGUE.find(({ code }) => code === wanted);
  if (found === undefined) throw new Error(`No ${wanted}`);
  return found.definition;
};

describe('the starter catalogue', () => {
  it('names each procedure once', () => {
    const codes = STARTER_CATALOGUE.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[1-6]\.\d{6}$/);
  });

  it.each(STARTER_CATALOGUE.map(({ code, definition }) => [code, definition] as const))(
    'describes %s as the wire would have it, in composed letters',
    (_code, definition) => {
      expect(procedureDefinitionSchema.parse(definition)).toEqual(definition);
      expect(definition.name).toBe(definition.name.normalize('NFC'));
    },
  );

  it('promises only what can be counted', () => {
    for (const { definition } of STARTER_CATALOGUE) {
      const { statutory } = definition.limits;
      const promised = [statutory, ...definition.variants.map(({ allowance }) => allowance)];
      for (const allowance of promised) {
        if (allowance !== undefined) expect(checkAllowance(allowance).ok).toBe(true);
      }
    }
  });

  it('gives every step of a day together no more than the day', () => {
    for (const { definition } of STARTER_CATALOGUE) {
      const hours = definition.steps.reduce((sum, { allowanceHours }) => sum + allowanceHours, 0);
      if (definition.limits.statutory?.kind === 'sameDay') expect(hours).toBeLessThanOrEqual(8);
      expect(definition.steps.every(({ allowanceHours }) => allowanceHours > 0)).toBe(true);
    }
  });

  it('begins the count anew after a supplement in Hộ tịch and Chứng thực, and nowhere else', () => {
    const anew = STARTER_CATALOGUE.filter(
      ({ definition }) => definition.onSupplement === 'restart',
    ).map(({ definition }) => definition.field);
    expect([...new Set(anew)].sort()).toEqual(['Chứng thực', 'Hộ tịch']);
  });

  it('certifies a copy at the counter within the day, with the hour of NĐ 23/2015', () => {
    const copy = entry('2.000815');
    expect(copy.limits).toEqual({ statutory: { kind: 'sameDay', cutoff: '15:00' } });
    expect(copy.steps.map(({ role }) => role)).toEqual(['reception']);
    expect(copy.onTheSpot?.at(0)).toBe('received');
    expect(copy.onTheSpot?.at(-1)).toBe('returned');
  });

  it('keeps the desks of the police and the insurance out of the table of the commune', () => {
    expect(entry('1.004222').authority).toBe('vertical');
    expect(entry('1.001193').authority).toBe('commune');
  });
});
