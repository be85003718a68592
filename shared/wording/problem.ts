import type { ProblemCode } from '#contract/problem';
import { alertProblems } from './alert-problem.ts';
import { deliveryProblems } from './delivery-problem.ts';
import { dossierProblems } from './dossier-problem.ts';
import { feeProblems } from './fee-problem.ts';
import { formProblems } from './form-problem.ts';
import { generalProblems } from './general-problem.ts';
import { identityProblems } from './identity-problem.ts';
import { importProblems } from './import-problem.ts';
import type { Wording } from './language.ts';
import type { ProblemSentences } from './problem-sentences.ts';
import { reportProblems } from './report-problem.ts';
import { ruleProblems } from './rule-problem.ts';
import { staffProblems } from './staff-problem.ts';

/** What a person reads when the product cannot do what was asked: one sentence pair per code. */
export const problemWording: Wording<Readonly<Record<ProblemCode, ProblemSentences>>> = {
  vi: {
    ...generalProblems.vi,
    ...identityProblems.vi,
    ...staffProblems.vi,
    ...ruleProblems.vi,
    ...dossierProblems.vi,
    ...importProblems.vi,
    ...feeProblems.vi,
    ...formProblems.vi,
    ...reportProblems.vi,
    ...alertProblems.vi,
    ...deliveryProblems.vi,
  },
  en: {
    ...generalProblems.en,
    ...identityProblems.en,
    ...staffProblems.en,
    ...ruleProblems.en,
    ...dossierProblems.en,
    ...importProblems.en,
    ...feeProblems.en,
    ...formProblems.en,
    ...reportProblems.en,
    ...alertProblems.en,
    ...deliveryProblems.en,
  },
};
