import type { IconName, Tone } from '../ui/index.ts';
import type { Heap } from './work-filters.ts';

export const heapLooks: Readonly<Record<Heap, readonly [IconName, Tone]>> = {
  overdue: ['overdue', 'overdue'],
  today: ['clock', 'near'],
  near: ['alert', 'near'],
  paused: ['paused', 'paused'],
  later: ['clock', 'plain'],
  none: ['info', 'plain'],
  ready: ['stamp', 'finished'],
  returned: ['finished', 'finished'],
};
