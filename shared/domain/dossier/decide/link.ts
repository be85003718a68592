import { accepted, refused } from '../../kernel/index.ts';
import type { Decider } from './happening.ts';

/** The same case known twice: this one is linked to the primary and no longer counted. */
export const link: Decider<'link'> = ({ dossierId }, { state }) => {
  if (state.linkedTo !== null) return refused('already-linked', { dossierId: state.linkedTo });
  return accepted([{ type: 'linked', payload: { dossierId } }]);
};

export const unlink: Decider<'unlink'> = ({ dossierId }, { state }) =>
  state.linkedTo === dossierId
    ? accepted([{ type: 'unlinked', payload: { dossierId } }])
    : refused('not-linked', { dossierId });

/** A dossier that should never have been: in no report, its code kept. */
export const annul: Decider<'annul'> = ({ reason }) =>
  accepted([{ type: 'annulled', payload: {}, texts: { reason } }]);
