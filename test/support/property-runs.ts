/** Cases of all laws together in the fast run; a million on demand, two hundred under mutation. */
const FAST_RUN = 60_000;
const FEWEST = 20;

const asked = Number(process.env['MOTCUA_PROPERTY_RUNS'] ?? process.env['PROPERTY_RUNS']);
const all = Number.isInteger(asked) && asked > 0 ? asked : FAST_RUN;

/** How many cases a law runs: its share of them all. */
export const propertyRuns = (share: number): number => Math.max(FEWEST, Math.round(all * share));
