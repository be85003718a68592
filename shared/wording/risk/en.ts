import type { ReasonTold } from './reason-told.ts';
import type { RiskWords } from './vi.ts';

const queue = ({ dossiers, usual, crowding }: NonNullable<ReasonTold['queue']>): string => {
  const held = `The officer has ${dossiers} dossiers`;
  if (usual === null || crowding === 'usual') return `${held}.`;
  const compared = crowding === 'heavier' ? 'more' : 'fewer';
  return `${held}, ${compared} than usual (${usual}).`;
};

const here = ({ stage, isStep, usual, spent, left }: ReasonTold): string => {
  const named = isStep ? `The step “${stage}”` : `The stage “${stage}”`;
  return `${named} usually takes ${usual} working hours; ${spent} have passed, about ${left} are left.`;
};

export const en: RiskWords = {
  title: 'May become late',
  intro:
    'No threshold has been reached, but by what the steps usually take these dossiers may well be late.',
  list: 'Dossiers that may become late',
  badge: (percent) => `${percent}% likely late`,
  expected: 'Expected',
  due: 'Due',
  holder: 'Held by',
  nobody: 'Nobody yet',
  open: 'Open the dossier',
  refresh: 'Changed, load anew',
  more: 'More',
  reason: (told) =>
    [
      here(told),
      ...(told.after === null ? [] : [`Later steps usually take ${told.after} hours.`]),
      ...(told.queue === null ? [] : [queue(told.queue)]),
      told.seen > 0
        ? `Learned from ${told.seen} finished dossiers of the procedure.`
        : 'No dossier of this procedure is finished yet; learned from others of its field.',
    ].join(' '),
  stepLate: (percent) => `This step is ${percent}% likely to exceed its own allowance.`,
  onTime: (at) => `Expected to be finished ${at}.`,
  none: 'No dossier seems likely to become late',
  noneHint: 'What is nearly due or overdue stands in the work list and among the alerts.',
  all: 'See all that is likely',
  unlearned: 'Too little is finished yet to expect anything',
  unlearnedHint: 'Every night expectations are learned anew from dossiers with a result.',
  keys: {
    figures: 'See how far to trust it',
    whatIf: 'Suppose something',
    open: 'Open the first dossier',
  },
  figures: {
    open: 'How far to trust it',
    heading: 'How far can it be trusted?',
    text: (dossiers, at) =>
      `Learned from ${dossiers} dossiers with a result, ${at}. Tried on months it was not learned from; shown only where it comes clearly nearer than two simple guesses.`,
    caption: 'Mean error in working hours',
    procedure: 'Procedure',
    dossiers: 'Tried on',
    predicted: 'Expected',
    byMean: 'By the mean duration',
    byAllowance: 'By the allowance',
    step: 'Late steps (Brier score)',
    stepOf: (predicted, byRate) => `${predicted} against ${byRate}`,
    verdicts: {
      shown: 'Shown',
      thin: 'Not shown: too few dossiers',
      meanIsBetter: 'Not shown: the mean is as near',
      allowanceIsBetter: 'Not shown: the allowance is as near',
    },
    none: 'No figures yet',
    close: 'Close',
  },
  whatIf: {
    open: 'What if…?',
    heading: 'What would become late if…?',
    kinds: { away: 'Somebody is away', dayOff: 'A day is given off' },
    kind: 'Suppose',
    person: 'Who is away',
    until: 'To the end of',
    date: 'The day off',
    ask: 'See what becomes late',
    note: 'Only a trial: no calendar changes and nothing is handed over. Nobody is supposed to stand in for whoever is away.',
    missing: 'Choose who is away.',
    noneLate: 'Nothing more becomes late',
    lateOf: (late) => `${late} dossiers would be late`,
    counted: (asked) => `${asked} running dossiers that are not late were looked at.`,
    moved: (moved) => `${moved} would get a later due moment.`,
    unproven: (unproven) =>
      `${unproven} are of procedures of which nothing is expected; of these only those count that are due before work goes on.`,
    unprovenDay: (unproven) =>
      `${unproven} are of procedures of which nothing is expected, and do not count.`,
    dueMove: (before, after) => (before === after ? `Due ${before}` : `Due ${before} → ${after}`),
    expectedMove: (before, after) => `Expected ${before} → ${after}`,
    notBefore: (after) => `Nobody works on it before ${after}`,
    firstOf: (shown, late) => `The first ${shown} of ${late}.`,
  },
};
