/** What a person reads of a route or of a heap of them, in both languages at once. */
export interface OperationSentences {
  readonly vi: string;
  readonly en: string;
}

export const say = (vi: string, en: string): OperationSentences => ({ vi, en });
