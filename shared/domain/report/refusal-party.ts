/** Who caused that a dossier could not be settled. */
export const REFUSAL_PARTIES = ['citizen', 'agency', 'commune', 'unknown'] as const;
export type RefusalParty = (typeof REFUSAL_PARTIES)[number];

// A map: a ground is whatever another system calls it, `constructor` as well.
const PARTY_OF: ReadonlyMap<string, RefusalParty> = new Map([
  ['missing-papers', 'citizen'],
  ['not-eligible', 'citizen'],
  ['not-competent', 'citizen'],
  ['wrong-facts', 'citizen'],
  ['not-supplemented', 'citizen'],
  ['not-paid', 'citizen'],
  ['agency-fault', 'agency'],
  ['by-law', 'agency'],
  ['office-fault', 'commune'],
]);

/**
 * Who caused a refusal or a stop, by the ground that was given; a ground we do not know accuses nobody.
 *
 * @example partyOfGround('agency-fault') // 'agency': the tax office's list did not know the number
 */
export const partyOfGround = (ground: string): RefusalParty => PARTY_OF.get(ground) ?? 'unknown';
