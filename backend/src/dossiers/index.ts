export { signalsOf } from './answer/signals.ts';
export { DossiersModule } from './dossiers.module.ts';
export { DossierStoreModule } from './store/dossier-store.module.ts';
export { EventStore } from './store/event-store.service.ts';
export { Projection } from './store/projection.service.ts';
export type { Appended } from './store/append.ts';
