import type { Risk } from '#contract/risk';
import type { StateName } from '#domain/dossier';
import type { StateSentences } from '#wording';
import type { RiskWords } from '#wording/risk';
import { numberText } from '../language/index.ts';

/** A tenth of an hour is six minutes: nearer than that nobody expects anything. */
const hoursText = (hours: number): string => numberText(hours, Number.isInteger(hours) ? 0 : 1);

type States = Readonly<Record<StateName, StateSentences>>;

const stageText = ({ stage, stageName }: Risk['reason'], states: States): string =>
  stageName ?? (stage in states ? states[stage as StateName].title : stage);

/** Why a finish is expected, in one sentence after another. */
export const reasonText = ({ reason, stepLatePercent }: Risk, words: RiskWords, states: States) => {
  const told = words.reason({
    stage: stageText(reason, states),
    isStep: reason.stageName !== null,
    usual: hoursText(reason.usualHours),
    spent: hoursText(reason.spentHours),
    left: hoursText(reason.hereHours),
    after: reason.afterHours > 0 ? hoursText(reason.afterHours) : null,
    queue: reason.queue,
    seen: reason.seen,
  });
  return stepLatePercent === null ? told : `${told} ${words.stepLate(stepLatePercent)}`;
};
