import { forward } from './forward.ts';
import { granted } from './wall.ts';

/** Which processes do the rounds, and how those stood when each was last heard of: times of the machine. */
export const workerPulse = forward('WorkerPulse1795260000521', [
  `create table worker_pulse (
     worker uuid primary key,
     begun_at timestamptz not null,
     heard_at timestamptz not null,
     rounds jsonb not null
   )`,
  ...granted('worker_pulse', { app: 'select, insert, update, delete' }),
]);
