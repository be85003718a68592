import { dateText, momentText, timeText } from '../moment/index.ts';
import { awaitedText } from '../reports/awaited.ts';
import { enScreen } from '../reports/screen-en.ts';
import type { NoticeFacts, NoticeWords } from './vi.ts';

const due = ({ dueAt }: NoticeFacts): string => momentText(dueAt);

const reportText = (subject: string): string => awaitedText(enScreen.templates, subject);

const ABOUT: ReadonlyMap<string, string> = new Map([
  ['regulation', ' on regulations'],
  ['conduct', ' on conduct'],
  ['business', ' on rules of business'],
]);

/** Known by its day and what it is about: nobody's words stand in a notice. */
const feedbackText = ({ subject }: NoticeFacts): string => {
  const [day = '', about = ''] = subject.split('/');
  return `Feedback${ABOUT.get(about) ?? ''} of ${day.split('-').reverse().join('/')}`;
};

export const en: NoticeWords = {
  kinds: {
    'dossier.new': (facts) => `New dossier ${facts.code}, promised for ${due(facts)}`,
    'dossier.notForwarded': ({ code }) => `Dossier ${code} is received and not handed over yet`,
    'dossier.near': (facts) => `Dossier ${facts.code} is due soon: ${due(facts)}`,
    'dossier.dueToday': ({ code, dueAt }) => `Dossier ${code} is due today at ${timeText(dueAt)}`,
    'dossier.overdue': (facts) => `Dossier ${facts.code} is overdue since ${due(facts)}`,
    'intake.waiting': (facts) =>
      `Online dossier ${facts.code} waits to be accepted until ${due(facts)}`,
    'step.near': (facts) => `Dossier ${facts.code}: the current step ends soon, ${due(facts)}`,
    'step.overdue': (facts) =>
      `Dossier ${facts.code}: the current step is late since ${due(facts)}`,
    'supplement.toSend': ({ code }) =>
      `Dossier ${code}: a supplement was proposed and not asked for yet`,
    'supplement.arrived': ({ code }) => `Dossier ${code}: the supplement has arrived`,
    'supplement.ending': (facts) =>
      `Dossier ${facts.code}: the wait for a supplement ends soon, ${due(facts)}`,
    'result.uncollected': ({ code }) => `Dossier ${code}: the result has not been collected`,
    'apology.missing': ({ code }) => `Dossier ${code} was late and has no apology yet`,
    'extension.ending': (facts) => `Dossier ${facts.code}: the extension ends soon, ${due(facts)}`,
    'digitisation.missing': ({ code }) =>
      `Dossier ${code}: files of components and result are not complete`,
    'eResult.missing': ({ code }) => `Dossier ${code}: no electronic result yet`,
    'archive.missing': ({ code }) => `Dossier ${code} is not in the archive yet`,
    'source.stale': ({ subject }) => `Data from ${subject} are old: import them again`,
    'calendar.missing': ({ subject }) => `The official days off of ${subject} are missing`,
    'delivery.failed': () => 'A notice could not be delivered',
    'import.failed': () => 'An import did not come to its end',
    'report.due': (facts) => `${reportText(facts.subject)} has to be sent before ${due(facts)}`,
    'report.ready': ({ subject }) => `${reportText(subject)} is drawn up and waits to be read`,
    'feedback.near': (facts) => `${feedbackText(facts)} has to be answered before ${due(facts)}`,
    'feedback.overdue': (facts) =>
      `${feedbackText(facts)} should have been answered by ${due(facts)}`,
  },
  reasons: {
    holder: 'the dossier is in your hands',
    desk: 'your desk or department looks after it',
    named: 'your unit chose you for it',
    head: 'you are head of the department',
    director: 'you are director of the Centre',
    viceChair: 'you are the Vice-Chairman in charge',
  },
  tally: ({ late, warning, info }) =>
    [
      ...(late > 0 ? [`${late} late`] : []),
      ...(warning > 0 ? [`${warning} to be done soon`] : []),
      ...(info > 0 ? [`${info} to know`] : []),
    ].join(', '),
  deskLine: (count, before) => `${count} dossiers are to be done before ${timeText(before)}`,
  asOf: (at) => `by data of ${momentText(at)}`,
  because: (reason) => `You get this because ${reason}.`,
  inPlaceOf: (name) => `in place of ${name}`,
  subjectOfOne: (unit, sentence) => `[${unit}] ${sentence}`,
  subjectOfMany: (unit, counts) => `[${unit}] To look at: ${counts}`,
  greeting: (name) => `Dear ${name},`,
  counted: (count, day) => `${count} things to look at on ${dateText(day)}:`,
  more: (count) => `… and ${count} more under Alerts.`,
  briefing: {
    subject: (unit, late, today) =>
      `[${unit}] The day begins: ${late} dossiers newly late, ${today} due today`,
    ofUnit: (unit, day) => `${dateText(day)}, ${unit}:`,
    ofDepartments: (names, day) => `${dateText(day)}, ${names}:`,
    wentLate: (count) => `Late since the working day before, not finished: ${count}`,
    today: (count) => `Due today: ${count}`,
    next: (count) => `Due on the next working day: ${count}`,
    standing: (overdue, steps) => `Late altogether: ${overdue}, late at a step: ${steps}`,
    escalated: (count) => `Told to leaders, acknowledged by nobody: ${count}`,
    byDepartment: 'By department:',
    department: (name, overdue, today) => `${name}: late ${overdue}, due today ${today}`,
    nobody: 'With nobody yet',
    first: 'To be seen to first:',
    dossier: (code, isLate, dueAt) =>
      isLate ? `${code}: late since ${momentText(dueAt)}` : `${code}: due ${momentText(dueAt)}`,
    steer: (place) => `See and hand on: ${place}`,
  },
  footer: 'See them in Motcua. Sent automatically; nothing in it is about a citizen.',
};
