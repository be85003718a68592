import type { QueueStore } from './queue-store.ts';

/** Where orders go from this process, and whether it also does them. */
export interface Post {
  readonly store: QueueStore;
  readonly worksHere: boolean;
}

export const POST = Symbol('post');
