import { jest } from '@jest/globals';

// A browser on a machine that others use may keep a person waiting longer than a journey does. What
// failed is printed, walked once more, and fails for good when it fails twice.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
