import { enFindings } from './findings-en.ts';
import type { ReportCheckWords } from './vi.ts';

export const en: ReportCheckWords = {
  title: 'Check a report',
  open: 'Check a report',
  back: 'Back to reports',
  intro:
    'Paste a report, or drop a Word or Excel file here. Its figures are held against each other; nothing of it is kept.',
  text: 'Text of the report',
  file: 'Choose a .docx or .xlsx file',
  check: 'Check',
  again: 'Check another one',
  checking: 'Reading the report…',
  nothing: 'Nothing to check yet',
  nothingHint: 'Paste the text of a report into the field above.',
  agrees: 'No figure contradicts another',
  agreesHint: (figures, tables) =>
    `${figures} figures and ${tables} tables were read. That they agree does not make them true.`,
  found: (count, figures, tables) =>
    `${count} points to explain, of ${figures} figures and ${tables} tables.`,
  findings: 'To be explained',
  read: 'The report as it was read',
  mark: (number) => `point ${number}`,
  copy: 'Copy the slip',
  copied: 'The slip was copied.',
  notCopied: 'The browser does not let it be copied. Select the slip and copy it.',
  print: 'Print the slip',
  slip: 'REQUEST FOR AN EXPLANATION',
  slipIntro: (count) =>
    `The report has ${count} points that do not agree. Please look at them, explain or mend them:`,
  sentence: 'In the report',
  reason: 'To be explained',
  reply: 'Explanation',
  findingWords: enFindings,
};
