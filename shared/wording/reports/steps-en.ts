import type { ReportStepWords } from './steps-vi.ts';

export const enSteps: ReportStepWords = {
  late: 'Late at a step',
  by: { step: 'Step', department: 'Department' },
  columns: {
    handled: 'Dossiers there',
    partlyLate: 'Late there',
    partlyLateOpen: 'Still late there',
  },
  median: 'Median',
  p90: '90 % done within',
  spread: 'How long it took',
  picture: (median, p90, most) =>
    `Half of them within ${median}, 90 % within ${p90}, the longest ${most}`,
  hint: 'Working time of the stays that ended in the period, without pauses. The box is the half in the middle, the line nine in ten.',
  none: 'No dossier went through a step here in these days.',
  stood: 'Given back, standing still',
  stoodRows: {
    refused: 'Refused or stopped in the period',
    awaitingSupplement: 'Awaiting a supplement at its end',
    awaitingPayment: 'Awaiting a payment at its end',
    onHold: 'On hold at its end',
  },
  refusals: 'Grounds of refusal',
  parties: {
    citizen: 'By the applicant',
    agency: 'By another agency',
    commune: 'By ourselves',
    unknown: 'Not known by whom',
  },
  noRefusals: 'Nothing was refused in these days.',
  review: 'To look at again',
  reviewRows: {
    supplementAfterDue: 'Supplement asked for when overdue',
    refusedAfterDue: 'Refused or stopped when overdue',
    supplementAtLast: 'Supplement asked for in the last two hours',
    manySupplements: 'Supplement asked for twice or more',
    held: 'Put on hold',
  },
};
