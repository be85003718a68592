import { describe, expect, it } from '@jest/globals';
import { ISSUE_STATES, actsIn, afterAct, isFrozen, type IssueState } from './issue.ts';

const led = (...acts: readonly Parameters<typeof afterAct>[1][]): IssueState =>
  acts.reduce<IssueState>((state, act) => {
    const next = afterAct(state, act);
    if (!next.ok) throw new Error(`${state}: ${act}`);
    return next.value;
  }, 'draft');

describe('a report on its way', () => {
  it('is submitted, approved, issued, sent and accepted', () => {
    expect(led('submit', 'approve', 'issue', 'attach', 'send', 'accept')).toBe('accepted');
  });

  it('comes back to whoever drew it up, is mended and submitted again', () => {
    expect(led('edit', 'submit', 'return', 'edit', 'submit', 'approve')).toBe('approved');
  });

  it('is not issued before a leader has approved it', () => {
    expect(afterAct('submitted', 'issue')).toEqual({
      ok: false,
      refusal: {
        code: 'report-not-so-far',
        facts: { state: 'submitted', allowed: ['approve', 'return'] },
      },
    });
  });

  it('is never touched again once it is issued: the city sends it back, and another version is made', () => {
    expect(led('submit', 'approve', 'issue', 'send', 'return')).toBe('returnedByCity');
    expect(actsIn('returnedByCity')).toEqual(['explain']);
    expect(led('submit', 'approve', 'issue', 'send', 'return', 'explain')).toBe('sent');
    const frozen = ISSUE_STATES.filter(isFrozen);
    expect(frozen).toEqual(['issued', 'sent', 'accepted', 'returnedByCity']);
    for (const state of frozen) expect(afterAct(state, 'edit').ok).toBe(false);
  });
});
