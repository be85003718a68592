/** A short run at each commit; MOTCUA_FAULTS=10 does ten times as much of everything. */
export const scale = (count: number): number =>
  Math.round(count * Number(process.env['MOTCUA_FAULTS'] ?? '1'));
