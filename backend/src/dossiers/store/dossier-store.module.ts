import { Module } from '@nestjs/common';
import { DatabaseModule } from '../../platform/database/database.module.ts';
import { EventStore } from './event-store.service.ts';
import { HistoryReader } from './history-reader.service.ts';

/** The events of dossiers, for whoever appends to them. */
@Module({
  imports: [DatabaseModule],
  providers: [EventStore, HistoryReader],
  exports: [EventStore, HistoryReader],
})
export class DossierStoreModule {}
