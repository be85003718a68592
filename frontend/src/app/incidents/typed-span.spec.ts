import { describe, expect, it } from '@jest/globals';
import { at } from '../../../../test/support/moment.ts';
import { spanTyped } from './typed-span.ts';

const now = at('2026-01-15 10:00');
const none = undefined;

describe('when an incident was', () => {
  it.each([
    ['from now on', { from: '', to: '' }, { from: none, to: none }],
    ['since this morning', { from: '8:10', to: ' ' }, { from: at('2026-01-15 08:10'), to: none }],
    [
      'over by now',
      { from: '14/01 13:30', to: '14/01 15:00' },
      { from: at('2026-01-14 13:30'), to: at('2026-01-14 15:00') },
    ],
  ])('is read: %s', (_, typed, span) => {
    expect(spanTyped(typed, now)).toEqual({ span });
  });

  it.each([
    ['a beginning ahead', { from: '10:30', to: '' }, 'from'],
    ['a beginning nobody can read', { from: 'sáng nay', to: '' }, 'from'],
    ['an end without a beginning', { from: '', to: '9:00' }, 'from'],
    ['an end ahead', { from: '8:00', to: '11:00' }, 'to'],
    ['an end at its beginning', { from: '8:00', to: '8:00' }, 'to'],
    ['an end nobody can read', { from: '8:00', to: '25:00' }, 'to'],
  ])('is asked again: %s', (_, typed, fault) => {
    expect(spanTyped(typed, now)).toEqual({ fault });
  });
});
