/** The parts of a report that may each keep days of their own. */
export const issueSections = ['main', 'cumulative', 'week', 'pakn'] as const;

export type IssueSection = (typeof issueSections)[number];
