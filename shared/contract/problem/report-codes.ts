/** What of a report's text keeps it from being issued. */
export const textFaultCodes = [
  'placeholder-left',
  'passage-unreviewed',
  'symbol-differs',
  'recipient-missing',
] as const;

/** Why a report cannot be made so, or why not now. */
export const reportProblemCodes = [
  ...textFaultCodes,
  'period-ends-before-it-begins',
  'register-entry-moved',
  'report-cell-unknown',
  'report-file-unreadable',
  'report-file-without-form',
  'report-not-so-far',
  'report-passage-unknown',
  'report-signed-unfit',
  'report-text-unfinished',
  'report-without-previous',
] as const;

export type ReportProblemCode = (typeof reportProblemCodes)[number];
