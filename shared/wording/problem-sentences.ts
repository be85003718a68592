/** What a person reads when the product cannot do what was asked, and what they can do about it. */
export interface ProblemSentences {
  readonly title: string;
  readonly detail: string;
}
