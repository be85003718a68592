import { type SteeringRisk, type SteeringRow, steeringRisks } from '#contract/steering';
import type { Chip, IconName, Tone } from '../ui/index.ts';

export type { Chip };

const LOOKS: Readonly<Record<SteeringRisk, { readonly icon: IconName; readonly tone: Tone }>> = {
  risk: { icon: 'list', tone: 'plain' },
  overdue: { icon: 'overdue', tone: 'overdue' },
  stepLate: { icon: 'alert', tone: 'near' },
  today: { icon: 'calendar', tone: 'near' },
  near: { icon: 'clock', tone: 'near' },
};

/** What goes late if nobody acts, heap by heap, with the numbers of the board. */
export const riskChips = (
  names: Readonly<Record<SteeringRisk, string>>,
  counts: SteeringRow['cells'] | undefined,
): readonly Chip[] =>
  steeringRisks.map((value) => ({
    ...{ value, label: names[value], count: counts?.[value] },
    ...LOOKS[value],
  }));
