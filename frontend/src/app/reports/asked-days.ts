/** The days a report is asked for, of one unit; of what was known then, where a moment is given. */
export interface AskedDays {
  readonly from: string;
  readonly to: string;
  readonly unitId: number;
  readonly asOf?: string;
}
