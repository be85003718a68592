import type { FeeOfficerBook } from '#contract/fees';
import type { Signers } from '../identity/index.ts';

type Who = FeeOfficerBook['officer'];

/** Those who took the money, as people name them; programs and other systems have no name here. */
export const officersNamed = async (
  signers: Signers,
  ids: readonly string[],
): Promise<(id: string) => Who> => {
  const people = await signers.named(ids);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: names.get(id) ?? null });
};
