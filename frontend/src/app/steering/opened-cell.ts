import type { SteeringCell, SteeringRows } from '#contract/steering';

/** A number somebody has opened: what to ask for, and what to call it. */
export interface OpenedCell {
  readonly by: SteeringRows;
  readonly row: string;
  readonly cell: SteeringCell;
  readonly heading: string;
}
