import type { AlertKind, Threshold } from '#domain/alert';
import type { AlertRuleWords } from './vi.ts';

const span = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const said = [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 ? [`${rest} min`] : [])];
  return said.length === 0 ? '0 min' : said.join(' ');
};

const moments: Readonly<Record<AlertKind, string>> = {
  'dossier.new': 'as soon as it arrives',
  'dossier.notForwarded': 'as soon as it is accepted',
  'dossier.near': 'at the due moment',
  'dossier.dueToday': 'at the due moment',
  'dossier.overdue': 'at the due moment',
  'intake.waiting': 'as soon as it arrives',
  'step.near': 'when the step’s time is up',
  'step.overdue': 'when the step’s time is up',
  'supplement.toSend': 'as soon as it is proposed',
  'supplement.arrived': 'as soon as it arrives',
  'supplement.ending': 'when the wait ends',
  'result.uncollected': 'as soon as the result is there',
  'apology.missing': 'as soon as it is handed over late',
  'extension.ending': 'at the due moment',
  'digitisation.missing': 'as soon as it is finished',
  'eResult.missing': 'as soon as it is finished',
  'archive.missing': 'as soon as it is finished',
  'source.stale': 'as soon as they are stale',
  'calendar.missing': 'from 01/11 on',
  'delivery.failed': 'as soon as it has failed',
  'import.failed': 'as soon as it has failed',
  'report.due': 'when it is to be sent',
  'report.ready': 'as soon as it is drawn up',
  'feedback.near': 'when the answer is due',
  'feedback.overdue': 'when the answer is due',
};

const threshold = (kind: AlertKind, given: Threshold): string => {
  switch (given.at) {
    case 'moment':
      return moments[kind];
    case 'dayStart':
      return 'when the office opens on the due day';
    case 'share':
      return `when ${given.percent} % of the time has passed`;
    case 'daysBefore':
      return `${given.days} working days before`;
    case 'minutesBefore':
      return `${span(given.minutes)} of work before`;
    case 'minutesAfter':
      return `${span(given.minutes)} of work after`;
    case 'daysAfter':
      return `${given.days} working days after`;
  }
};

const roles: AlertRuleWords['roles'] = {
  reception: 'the reception desk',
  processing: 'the processing officers',
  clerk: 'the clerk',
  cashier: 'the cashier',
  head: 'the head of department',
  director: 'the director',
  viceChair: 'the vice-chairman',
  reporter: 'the reporter',
  dataOfficer: 'the data officer',
  observer: 'the observer',
  admin: 'the administrator',
  cityReader: 'the city',
};

const versionName = (version: number): string =>
  version === 0 ? 'the rules of the beginning' : `version ${version}`;

export const en: AlertRuleWords = {
  title: 'Rules of warning',
  kinds: {
    'dossier.new': 'New dossier',
    'dossier.notForwarded': 'Accepted and not handed on',
    'dossier.near': 'Due soon',
    'dossier.dueToday': 'Due today',
    'dossier.overdue': 'Overdue',
    'intake.waiting': 'Online dossier waits for acceptance',
    'step.near': 'Step nearly out of time',
    'step.overdue': 'Step out of time',
    'supplement.toSend': 'Proposed supplement not asked for',
    'supplement.arrived': 'Supplement has arrived',
    'supplement.ending': 'Wait for a supplement ends',
    'result.uncollected': 'Result not collected',
    'apology.missing': 'Late without an apology',
    'extension.ending': 'Extended term ends',
    'digitisation.missing': 'Not digitised',
    'eResult.missing': 'No electronic result',
    'archive.missing': 'Not archived',
    'source.stale': 'Stale data of a source',
    'calendar.missing': 'Next year has no calendar',
    'delivery.failed': 'Notices not delivered',
    'import.failed': 'Import not completed',
    'report.due': 'Report to be sent soon',
    'report.ready': 'Report drawn up',
    'feedback.near': 'Feedback to be answered soon',
    'feedback.overdue': 'Feedback not answered in time',
  },
  roles,
  classes: { sameDay: 'same day', short: '1 to 3 days', long: 'more than 3 days' },
  threshold,
  target: (given, nameOf) => {
    if (given.kind === 'holder') return 'the holder';
    return given.kind === 'role' ? roles[given.role] : (nameOf(given.userId) ?? 'a chosen person');
  },
  span,
  and: ' and ',
  groups: {
    handover: 'When a dossier comes',
    promise: 'The due moment',
    step: 'Step by step',
    supplement: 'Supplements and extensions',
    afterwards: 'After the result',
    unit: 'What concerns the unit',
  },
  inForce: (version) => (version === 0 ? 'Rules of the beginning' : `Version ${version}`),
  setBy: (moment, name) => `Set by ${name}, ${moment}`,
  never: 'The unit has changed nothing and uses the common rules.',
  someone: 'Somebody',
  off: 'Not told.',
  tells: (whom, when) => `Tells ${whom}: ${when}.`,
  noThreshold: 'Without any threshold.',
  marks: (when) => `Threshold: ${when}.`,
  climbs: (whom, after) => `${whom} after ${after} of work`,
  climbing: (rungs) => `Unless somebody has taken it on, then ${rungs}.`,
  forClasses: (names) => `Allowance ${names}`,
  forProcedure: (name) => `Only ${name}`,
  changed: 'Not as everywhere',
  edit: 'Change',
  editOf: (name) => `Change: ${name}`,
  general: {
    heading: 'How people are told',
    bundle: (times) => `Same-day dossiers are one line a desk at ${times}, not one notice each.`,
    noBundle: 'Same-day dossiers are told one by one.',
    voice: (minutes) =>
      `Before a leader is told the holder has ${span(minutes)} of work to say what stands in the way.`,
    stale: (minutes) =>
      `Data brought in more than ${span(minutes)} of work ago are marked with their age and do not climb.`,
    hours: 'Notices and letters leave in working hours only; each person may choose otherwise.',
    cap: (most, times) =>
      `Nobody gets more than ${most} separate notices a day; the rest is in the digest of ${times}.`,
    edit: 'Change the times of desks and the time to answer',
    bundleLabel: 'When a desk gets its line',
    bundleHint: 'Divided by commas, such as 15:00, 16:30. Empty: one by one.',
    voiceLabel: 'Time to answer (working minutes)',
  },
  editor: {
    scope: 'For the procedure',
    everyProcedure: 'Every procedure',
    classes: 'For allowances of',
    noClass: 'Choose at least one kind of allowance.',
    enabled: 'This kind is told',
    thresholds: 'Thresholds',
    when: 'When',
    amount: 'How much',
    ways: {
      moment: 'At the moment itself',
      dayStart: 'At the opening of the due day',
      share: 'When … % of the time has passed',
      daysBefore: '… working days before',
      minutesBefore: '… working minutes before',
      minutesAfter: '… working minutes after',
      daysAfter: '… working days after',
    },
    addThreshold: 'Add a threshold',
    removeThreshold: (place) => `Remove threshold ${place}`,
    ladder: 'Who is told, in this order',
    whom: 'Who',
    after: 'After (working minutes)',
    holder: 'The holder',
    person: (name) => `One person: ${name}`,
    addRung: 'Add somebody',
    removeRung: (place) => `Remove ${place} of the ladder`,
    apply: 'Put among the changes',
    standard: 'As everywhere',
  },
  draft: {
    heading: 'Changes not saved yet',
    text: 'Not in force. Look at last month before you save.',
    same: 'Nothing differs from what is in force.',
    tryOut: 'Try on last month',
    save: 'Save as a new version',
    drop: 'Drop the changes',
    reasonHeading: 'Save as a new version',
    reasonText:
      'The new rules hold at once for what is under way. The reason stands in the history.',
    saved: (version) => `Version ${version} is saved and in force.`,
    restored: (version) => `Back to ${versionName(version)}`,
  },
  difference: {
    general: 'How people are told',
    before: 'Now',
    after: 'Then',
    what: 'Rule',
    none: 'As the version before.',
  },
  trial: {
    heading: 'Last month by these rules',
    span: (from, to, count) => `${count} dossiers played again, ${from} to ${to}.`,
    part: 'The unit has more; these are the newest.',
    running: 'Each dossier of last month is played again…',
    outdated: 'The changes are others since this was tried.',
    kind: 'Kind',
    person: 'Who',
    now: 'In force',
    then: 'If changed',
    change: 'Difference',
    total: 'All alerts',
    totalOf: 'The month',
    mostADay: 'Separate notices, most on a day',
    dossiers: (count) => `${count} dossiers`,
    open: (name) => `Dossiers of “${name}”`,
    dossier: 'Dossier',
    firstOnly: (shown, count) => `${shown} of ${count} dossiers are shown.`,
    noisy: (count, most) =>
      `${count} people would get more than ${most} separate notices on one day. Use fewer thresholds or lines of desks.`,
    noise: 'too many',
    quiet: (most) => `Nobody gets more than ${most} separate notices on one day.`,
    nothing: 'Last month had no alert by either rules.',
  },
  history: {
    heading: 'Versions',
    reason: 'Reason',
    noReason: 'No reason given',
    against: (version) => `Against ${versionName(version)}`,
    restore: 'Restore this one',
    current: 'In force',
    none: 'The unit has never changed its rules.',
    first: 'Rules of the beginning',
    firstText: 'What every unit has until it changes something.',
    more: 'Show more',
    isRestored: 'The older version stands among the changes. Try it, then save.',
  },
  keys: { tryOut: 'Try on last month', save: 'Save as a new version' },
};
