import { accepted, refused, type Result } from '../kernel/index.ts';

/** Where a report stands on its way from the desk to the city (NĐ 30/2020/NĐ-CP Điều 9–14). */
export const ISSUE_STATES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'issued',
  'sent',
  'accepted',
  'returnedByCity',
] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

/** What people do to a report. */
export type IssueAct =
  'edit' | 'submit' | 'approve' | 'return' | 'issue' | 'attach' | 'send' | 'accept' | 'explain';

type Ways = Readonly<Partial<Record<IssueState, IssueState>>>;

const WAYS = {
  edit: { draft: 'draft', returned: 'returned' },
  submit: { draft: 'submitted', returned: 'submitted' },
  approve: { submitted: 'approved' },
  return: { submitted: 'returned', approved: 'returned', sent: 'returnedByCity' },
  issue: { approved: 'issued' },
  attach: { issued: 'issued' },
  send: { issued: 'sent' },
  accept: { sent: 'accepted' },
  // *Giải trình*: the figures stand, and the city looks at them again; other figures are another version.
  explain: { returnedByCity: 'sent' },
} as const satisfies Record<IssueAct, Ways>;

const ACTS = Object.keys(WAYS) as readonly IssueAct[];

/** From here on its figures, members and bytes never change. */
const FROZEN: readonly IssueState[] = ['issued', 'sent', 'accepted', 'returnedByCity'];

export const isFrozen = (state: IssueState): boolean => FROZEN.includes(state);

/** What may be done to a report as it stands. */
export const actsIn = (state: IssueState): readonly IssueAct[] =>
  ACTS.filter((act) => (WAYS[act] as Ways)[state] !== undefined);

/**
 * Where an act leads; one that is out of turn is refused with those that are not.
 *
 * @example afterAct('draft', 'issue') // refused: report-not-so-far, allowed edit, submit
 */
export function afterAct(
  state: IssueState,
  act: IssueAct,
): Result<IssueState, 'report-not-so-far'> {
  const next = (WAYS[act] as Ways)[state];
  return next === undefined
    ? refused('report-not-so-far', { state, allowed: [...actsIn(state)] })
    : accepted(next);
}
