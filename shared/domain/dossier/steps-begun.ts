import type { Instant } from '../working-time/index.ts';
import type { OfficeEvent } from './event.ts';
import type { DossierState } from './state.ts';

/** Since when steps run here: the acceptance or, for a dossier that came by import, the first act here. */
export function stepsBegunAt(
  { receivedAt }: Pick<DossierState, 'receivedAt'>,
  effective: readonly OfficeEvent[],
): Instant | null {
  const received = effective.find(({ type }) => type === 'received');
  if (received?.source === undefined) return receivedAt;
  return effective.find(({ source }) => source === undefined)?.occurredAt ?? receivedAt;
}
