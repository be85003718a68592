/** Why rules of warning cannot be as somebody wants them. */
const alertRuleCodes = [
  'threshold-out-of-range',
  'threshold-named-twice',
  'ladder-without-rungs',
  'ladder-out-of-order',
  'no-voice-before-escalation',
  'figure-out-of-range',
  'not-a-time-of-day',
] as const;

/** Why an alert is not acknowledged, put off or answered. */
const alertActCodes = ['alert-closed', 'snooze-not-ahead', 'not-from-source'] as const;

export const alertProblemCodes = [...alertRuleCodes, ...alertActCodes] as const;

export type AlertProblemCode = (typeof alertProblemCodes)[number];
