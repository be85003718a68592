import Sequencer from '@jest/test-sequencer';

/** Journeys share one product and leave things behind in it: in one order they meet the same office everywhere. */
// eslint-disable-next-line no-restricted-syntax -- Jest makes one of the default export
export default class InOrder extends Sequencer {
  sort(tests) {
    return tests.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  }
}
