import journeys from './jest.journeys.config.js';

/** Every screen looked at from all sides, in a product of its own: beside the journeys, not after them. */
export default {
  ...journeys,
  displayName: 'walk',
  roots: ['<rootDir>/test/journeys/screens'],
  testPathIgnorePatterns: [],
};
