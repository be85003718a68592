import { checkAllowance } from '../../deadline/index.ts';
import { accepted, refused } from '../../kernel/index.ts';
import type { Decider } from './happening.ts';

/** Liên thông: another agency holds the dossier; our clock with the citizen goes on. */
export const sendToAgency: Decider<'send-to-agency'> = (body) => {
  const checked = body.allowance === undefined ? undefined : checkAllowance(body.allowance);
  if (checked?.ok === false) return checked;
  return accepted([{ type: 'sentToAgency', payload: body }]);
};

export const backFromAgency: Decider<'back-from-agency'> = (_body, { state }) =>
  state.holder?.agency === undefined
    ? refused('not-at-agency')
    : accepted([{ type: 'backFromAgency', payload: {} }]);
