import { describe, expect, it } from '@jest/globals';
import { given, receivedAt } from '../../../test/support/dossier-case.ts';
import { director, processing, reception } from '../../../test/support/office.ts';
import { ALLOWED_COMMANDS, allowedIn, isOpen, isPaused } from './allowed-commands.ts';
import { NATIONAL_STATUS } from './national-status.ts';
import type { StateName } from './state.ts';

const STATES = Object.keys(ALLOWED_COMMANDS) as readonly StateName[];

describe('what is allowed in a state', () => {
  it('answers a command that is not with the ones that are', () => {
    given(receivedAt('2026-03-02 08:00', reception))
      .when('2026-03-02 09:00', reception, 'return', { method: 'counter' })
      .thenRefused('act-not-allowed-in-state', {
        state: 'received',
        allowed: allowedIn('received'),
      });
  });

  it('is nothing but remarks once a dossier is refused, stopped, withdrawn or returned', () => {
    for (const state of ['refused', 'stopped', 'withdrawn', 'returned'] as const) {
      expect(ALLOWED_COMMANDS[state]).toEqual(['annul']);
    }
    expect(ALLOWED_COMMANDS.annulled).toEqual([]);
  });

  it('is open from acceptance to finish, paused or not', () => {
    expect(STATES.filter(isOpen)).toEqual([
      'received',
      'processing',
      'awaitingSupplement',
      'awaitingPayment',
      'onHold',
    ]);
    expect(STATES.filter(isPaused)).toEqual(['awaitingSupplement', 'awaitingPayment', 'onHold']);
  });

  it('carries the national code of the state', () => {
    expect(STATES.map((state) => NATIONAL_STATUS[state])).toEqual([
      1,
      5,
      2,
      4,
      5,
      6,
      8,
      9,
      10,
      3,
      8,
      7,
      null,
    ]);
  });

  it('lets a handling officer refuse after appraisal, but no longer while a fee is awaited', () => {
    const received = receivedAt('2026-03-02 08:00', reception);
    const body = { reasonCode: 'not-eligible', reason: 'Không đủ điều kiện' };
    given(received)
      .when('2026-03-02 09:00', processing, 'refuse', body)
      .thenAwaits('mau03', 'director');
    given(received)
      .when('2026-03-02 09:00', director, 'refuse', body)
      .thenState({ name: 'refused' });
    expect(allowedIn('awaitingPayment')).not.toContain('refuse');
    expect(allowedIn('awaitingSupplement')).toContain('refuse');
  });
});
