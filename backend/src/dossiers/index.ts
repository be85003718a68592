export type { Appended } from './store/append.ts';
export { EventStore } from './store/event-store.service.ts';
export { Projection } from './store/projection.service.ts';
