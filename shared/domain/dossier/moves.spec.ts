import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { staysAfter, type Move } from './moves.ts';

const move = (type: Move['type'], when: string, stepKey?: string, nextStepKey?: string): Move => ({
  ...{ type, at: at(`2026-03-02 ${when}`) },
  ...{ stepKey, nextStepKey },
});

const told = (...moves: readonly Move[]) =>
  staysAfter(moves).map(({ key, startedAt, endedAt, ended }) => [key, startedAt, endedAt, ended]);

describe('the stays of a dossier, from its moves alone', () => {
  it('begin with the acceptance and go on from step to step', () => {
    const moves = [
      move('received', '08:00', 'nhan'),
      move('stepCompleted', '09:00', 'nhan', 'xu-ly'),
      move('stepStarted', '09:30', 'xu-ly'),
    ];
    expect(told(...moves)).toEqual([
      ['nhan', at('2026-03-02 08:00'), at('2026-03-02 09:00'), 'completed'],
      ['xu-ly', at('2026-03-02 09:00'), undefined, undefined],
    ]);
  });

  it('are taken up again where a step is returned', () => {
    const moves = [
      move('received', '08:00', 'nhan'),
      move('stepCompleted', '09:00', 'nhan', 'xu-ly'),
      move('stepReturned', '10:00', 'nhan'),
    ];
    expect(told(...moves).map(([key, , , ended]) => [key, ended])).toEqual([
      ['nhan', 'completed'],
      ['xu-ly', 'returned'],
      ['nhan', undefined],
    ]);
  });

  it('have no length where a step never begun here is completed', () => {
    const completed = move('stepCompleted', '09:00', 'xu-ly');
    expect(told(move('received', '08:00'), completed)).toEqual([
      ['xu-ly', completed.at, completed.at, 'completed'],
    ]);
  });

  it('end with the first finish, whatever a source tells after it', () => {
    const moves = [
      move('received', '08:00', 'nhan'),
      move('resultIssued', '09:00'),
      move('stepStarted', '10:00', 'xu-ly'),
      move('withdrawn', '11:00'),
    ];
    expect(told(...moves)).toEqual([
      ['nhan', at('2026-03-02 08:00'), at('2026-03-02 09:00'), 'finished'],
      ['xu-ly', at('2026-03-02 10:00'), undefined, undefined],
    ]);
  });
});
