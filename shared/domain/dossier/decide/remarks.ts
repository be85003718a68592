import { accepted } from '../../kernel/index.ts';
import type { Decider } from './happening.ts';

export const note: Decider<'note'> = ({ text }) =>
  accepted([{ type: 'noteAdded', payload: {}, texts: { note: text } }]);

/** *Vướng mắc*: the holder's own word on why it goes slowly. */
export const difficulty: Decider<'difficulty'> = ({ kind, text }) =>
  accepted([
    {
      type: 'difficultyNoted',
      payload: { kind },
      ...(text !== undefined && { texts: { note: text } }),
    },
  ]);

export const digitiseComponents: Decider<'digitise-components'> = () =>
  accepted([{ type: 'componentsDigitised', payload: {} }]);

export const digitiseResult: Decider<'digitise-result'> = () =>
  accepted([{ type: 'resultDigitised', payload: {} }]);

export const issueElectronicResult: Decider<'issue-electronic-result'> = () =>
  accepted([{ type: 'electronicResultIssued', payload: {} }]);

export const archive: Decider<'archive'> = () =>
  accepted([{ type: 'archivedToStore', payload: {} }]);

export const reuseData: Decider<'reuse-data'> = () =>
  accepted([{ type: 'dataReused', payload: {} }]);

export const apologise: Decider<'apologise'> = ({ url, ...payload }) =>
  accepted([{ type: 'apologyIssued', payload, ...(url !== undefined && { texts: { url } }) }]);
