import type { ProblemCode } from '#contract/problem';
import { dossierProblems } from './dossier-problem.ts';
import { generalProblems } from './general-problem.ts';
import { identityProblems } from './identity-problem.ts';
import type { Wording } from './language.ts';
import type { ProblemSentences } from './problem-sentences.ts';
import { ruleProblems } from './rule-problem.ts';

/** What a person reads when the product cannot do what was asked: one sentence pair per code. */
export const problemWording: Wording<Readonly<Record<ProblemCode, ProblemSentences>>> = {
  vi: {
    ...generalProblems.vi,
    ...identityProblems.vi,
    ...ruleProblems.vi,
    ...dossierProblems.vi,
  },
  en: {
    ...generalProblems.en,
    ...identityProblems.en,
    ...ruleProblems.en,
    ...dossierProblems.en,
  },
};
