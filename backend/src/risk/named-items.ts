import type { DossierItem } from '#contract/dossiers';
import type { DossierItems } from '../dossiers/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { OpenDossier } from './desk-reader.service.ts';

interface Asker {
  readonly actor: RequestActor;
  readonly unitId: number;
}

/** Dossiers as every list shows them to the asker. */
export const itemsOf = async (
  items: DossierItems,
  { actor, unitId }: Asker,
  found: readonly { readonly dossier: OpenDossier }[],
): Promise<ReadonlyMap<string, DossierItem>> => {
  const named = found.map(({ dossier: { id } }) => ({ unitId, id }));
  return new Map((await items.of(actor, named)).map((item) => [item.id, item]));
};

/** A dossier annulled between the two questions is no line any more. */
export const withItem = <More extends object>(
  items: ReadonlyMap<string, DossierItem>,
  { id, procedureName }: OpenDossier,
  more: More,
) => {
  const item = items.get(id);
  return item === undefined ? [] : [{ ...item, procedureName, ...more }];
};
