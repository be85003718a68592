import { isDeepStrictEqual } from 'node:util';
import type { SetSources } from '#contract/sources';
import type { UnitSettingsChanges } from '#contract/units';
import { ownSettings, unitOf, type UnitRow } from './unit-row.ts';

type Item = SetSources['items'][number];

/** Only what a unit says otherwise than its city is its own: whatever the city changes reaches the others. */
function ownOf(
  own: Readonly<Record<string, string>> | undefined,
  inherited: Readonly<Record<string, string>>,
  said: readonly (readonly [code: string, text: string | null])[],
): Readonly<Record<string, string>> {
  const kept = new Map(Object.entries(own ?? {}));
  const above = new Map(Object.entries(inherited));
  for (const [code, text] of said) {
    if (text === null || text === above.get(code)) kept.delete(code);
    else kept.set(code, text);
  }
  return Object.fromEntries(kept);
}

const ofSources = (stored: unknown): readonly unknown[] => {
  const { staleAfter, sources, citySource, sourceNames, sourcePages } = ownSettings(stored);
  return [staleAfter, sources, citySource, sourceNames, sourcePages];
};

/** Whoever looked at the sources before has seen something else; other settings are none of theirs. */
export const saysOtherOfSources = (
  before: unknown,
  after: UnitSettingsChanges | undefined,
): boolean => after !== undefined && !isDeepStrictEqual(ofSources(before), ofSources(after));

/** Whom a unit asks first, and what it calls them, as changes of its settings. */
export function sourceChanges(
  row: UnitRow,
  { items, staleAfter }: Pick<SetSources, 'items' | 'staleAfter'>,
): UnitSettingsChanges {
  const { settings: inherited } = unitOf({ ...row, settings: {} });
  const { sourceNames, sourcePages } = ownSettings(row.settings);
  const said = (what: 'name' | 'page') =>
    items.map((item: Item) => [item.code, item[what]] as const);
  return {
    staleAfter,
    sources: items.filter(({ isAskedFirst }) => isAskedFirst).map(({ code }) => code),
    sourceNames: ownOf(sourceNames, inherited.sourceNames, said('name')),
    sourcePages: ownOf(sourcePages, inherited.sourcePages, said('page')),
  };
}
