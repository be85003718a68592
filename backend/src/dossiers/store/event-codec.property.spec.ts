import { describe, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { DossierEvent } from '#domain/dossier';
import { instant } from '#domain/working-time';
import { lifeOf, wishes } from '../../../../test/support/random-life.ts';
import { fromStored, textsOf, toStored, type ReadEvent } from './event-codec.ts';

/** What the database gives back for what it was given: JSON, and null for what was not said. */
const throughTheDatabase = (event: DossierEvent): ReadEvent => {
  const stored = JSON.parse(JSON.stringify(toStored(event))) as ReturnType<typeof toStored>;
  const texts = Object.fromEntries(textsOf(event).map(({ member, body }) => [member, body]));
  return {
    ...stored,
    due: stored.due ?? null,
    source: stored.source ?? null,
    texts: event.texts === undefined ? null : texts,
  };
};

const comesBack = (event: DossierEvent): boolean => {
  const back = fromStored(throughTheDatabase(event));
  return fc.stringify(sorted(back)) === fc.stringify(sorted(event));
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
};

const moments = fc.integer({ min: Date.UTC(2000), max: Date.UTC(2100) }).map(instant);

describe('an event in the store', () => {
  it('comes back as it was, whatever happened', () => {
    fc.assert(
      fc.property(wishes(), (list) => lifeOf(list).history.every(comesBack)),
      { numRuns: 500 },
    );
  });

  it('keeps every moment to the millisecond, the ones of a source and of a slip too', () => {
    const event = fc.record({
      at: moments,
      declared: moments,
      asOf: moments,
      published: moments,
    });
    fc.assert(
      fc.property(event, ({ at, declared, asOf, published }) => {
        const [born] = lifeOf([]).history;
        if (born?.type !== 'received' || born.payload.intake === undefined) return false;
        const source = { source: 'dich-vu-cong', externalCode: 'G01', asOf };
        const intake = { ...born.payload.intake, sources: [source], declaredDueAt: declared };
        const plain = Object.fromEntries(Object.entries(born).filter(([name]) => name !== 'due'));
        return [
          {
            ...born,
            occurredAt: at,
            source: 'dich-vu-cong',
            payload: { intake, declaredDueAt: declared },
          },
          { ...plain, type: 'apologyIssued', payload: { publishedAt: published } },
          { ...plain, type: 'supplementRequested', payload: { respondBy: at } },
          {
            ...plain,
            type: 'corrected',
            payload: {
              version: 1,
              changes: { occurredAt: at, payload: { declaredDueAt: declared } },
              dues: [],
            },
          },
        ].every((each) => comesBack(each as DossierEvent));
      }),
      { numRuns: 300 },
    );
  });
});
