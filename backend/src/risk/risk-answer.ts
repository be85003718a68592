import type { Risk } from '#contract/risk';
import { tellInstant } from '#contract/time';
import type { Prediction } from '#domain/risk';
import { formatInstant } from '#domain/working-time';
import type { OpenDossier } from './desk-reader.service.ts';
import type { Proven } from './experience-book.service.ts';

const PERCENT = 100;
const TENTHS = 10;

const toTenths = (hours: number): number => Math.round(hours * TENTHS) / TENTHS;

const percentOf = (share: number | undefined): number | null =>
  share === undefined ? null : Math.round(share * PERCENT);

/** A step's lateness is told only where that came nearer than its rate. */
const toldStep = (prediction: Prediction, { figures }: Proven, code: string): number | null => {
  const step = figures.get(code)?.step ?? null;
  if (step === null || step.predicted >= step.byRate) return null;
  return percentOf(prediction.stepLikelihood);
};

const queueOf = ({ reason }: Prediction, { isOwn, holder }: OpenDossier) => {
  if (!isOwn || holder === null) return null;
  const { queue, usualQueue = null, crowding } = reason;
  return { dossiers: queue, usual: usualQueue, crowding };
};

/** A prediction as it is told to whoever may know so much. */
export function riskOf(prediction: Prediction, dossier: OpenDossier, proven: Proven): Risk {
  const { expectedAt, dueAt, likelihood, reason } = prediction;
  const { procedureCode } = dossier;
  return {
    expectedAt: formatInstant(expectedAt),
    dueAt: tellInstant(dueAt),
    latePercent: percentOf(likelihood),
    stepLatePercent: toldStep(prediction, proven, procedureCode),
    reason: {
      stage: reason.stage,
      stageName: proven.stepNames[procedureCode]?.[reason.stage] ?? null,
      usualHours: toTenths(reason.usual),
      spentHours: toTenths(reason.spent),
      hereHours: toTenths(reason.here),
      afterHours: toTenths(reason.after),
      queue: queueOf(prediction, dossier),
      seen: reason.seen,
    },
  };
}
