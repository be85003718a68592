import type { CommandType } from '../command.ts';
import { correct, voidEvent } from './amendment.ts';
import type { Decider } from './happening.ts';
import { OFFICE_DECIDERS } from './office-deciders.ts';

/** Every decision about a dossier that is there. */
export const DECIDERS: {
  readonly [Type in Exclude<CommandType, 'submit' | 'receive'>]: Decider<Type>;
} = { ...OFFICE_DECIDERS, correct, void: voidEvent };
