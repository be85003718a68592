import { configureGlobal } from 'fast-check';

// Two hundred runs under mutation, a million on demand; otherwise each law's own number.
const runs = Number(process.env.MOTCUA_PROPERTY_RUNS);

if (Number.isInteger(runs) && runs > 0) configureGlobal({ numRuns: runs });
