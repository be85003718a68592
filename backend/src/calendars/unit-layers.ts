import { mergeLayers, type CalendarDefinition, type CalendarLayer } from '#domain/working-time';
import { NATIONAL_LAYER, type NamedLayers } from './calendar-year.ts';
import type { StoredLayer } from './calendar-store.ts';

/** The layers of a unit from the top down; a city's own layer is the city's. */
export function layersOf(
  unit: { readonly id: number; readonly kind: 'commune' | 'city' },
  stored: readonly StoredLayer[],
): NamedLayers {
  const own = stored.find(({ owner_id: owner }) => owner === unit.id)?.layer;
  const upper = stored.find(({ owner_id: owner }) => owner !== unit.id)?.layer;
  const national = { name: 'national', layer: NATIONAL_LAYER } as const;
  if (unit.kind === 'city') return [national, ...named('city', own)];
  return [national, ...named('city', upper), ...named('unit', own)];
}

const named = (name: 'city' | 'unit', layer: CalendarLayer | undefined): NamedLayers =>
  layer === undefined ? [] : [{ name, layer }];

/** Layers that were accepted once merge for ever: what does not is a broken store. */
export function mergedOrBroken(layers: NamedLayers): CalendarDefinition {
  const merged = mergeLayers(layers.map(({ layer }) => layer));
  if (merged.ok) return merged.value;
  throw new Error(`The stored layers of a calendar do not merge: ${merged.refusal.code}`);
}
