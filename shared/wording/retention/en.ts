import type { RetentionWords } from './vi.ts';

export const en: RetentionWords = {
  title: 'Retention',
  intro:
    'Personal data are kept only as long as the work needs them (Law 91/2025/QH15). Until something is set, nothing is erased. Take the time from your office’s list of records.',
  kinds: { applicants: 'The applicant', words: 'Free words' },
  abouts: {
    applicants:
      'Name, phone, identity and tax numbers, address and e-mail of the applicant. Dossiers, their moments and the figures of reports stay.',
    words:
      'Reasons, notes, papers asked for, answers to alerts, what leaders were asked and answered, reasons for looking at masked data, notes of incidents and reconciliations. What was done, and when, stays.',
  },
  kept: 'Kept, nothing erased',
  afterMonths: (months) => `Erased after ${months} months`,
  erase: 'Erase it once the dossier has been over for long enough',
  months: 'After how many months',
  monthsHint: 'From 12 to 600, counted from the day the result was handed over.',
  monthsWrong: 'Give months from 12 to 600.',
  counting: 'Counting…',
  due: (count, day) => `Tonight it goes from ${count} dossiers that ended before ${day}.`,
  dueNotes: (count) => `And ${count} notes of incidents and reconciliations of no dossier.`,
  save: 'Save the rules',
  undo: 'Drop the changes',
  saveQuestion: 'Save these rules?',
  saveText: (count) =>
    `From tonight it is erased from ${count} dossiers, and from those whose time comes later. It does not come back but from a backup. Figures of reports stay.`,
  keepText: 'From now on nothing is erased. What has gone does not come back.',
  saved: 'Rules saved',
  history: 'Who set what',
  setBy: (name, moment) => `${name}, ${moment}`,
  noHistory: 'Nobody has set anything: all is kept.',
  nights: 'Erased',
  night: (kind, count) => `${kind} of ${count} dossiers`,
  nightNotes: (count) => `${count} notes of incidents and reconciliations`,
  noNights: 'Nothing yet.',
  fixed: {
    heading: 'Tidied by itself',
    intro: 'What is needed for a short while only, and what is never erased.',
    lines: [
      ['Sessions, remembered machines, links for a password', 'When they expire'],
      ['Rows and files of lists brought in', '30 days after the last change; the outcome stays'],
      ['Results of background work, answers to repeated requests', '30 days'],
      ['Changes told to screens', '7 days'],
      ['Who did what', 'Never: the law has it kept, for 12 months at least'],
      ['Issued reports, registers', 'Never'],
    ],
  },
  keys: { save: 'Save the rules of retention' },
};
