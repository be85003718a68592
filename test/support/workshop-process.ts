import { openWorkshop } from './workshop.ts';

// A worker to be killed: started by `startWorker`, it works until it is.
await openWorkshop(process.env, { api: false, worker: true });
process.send?.('working');
