import { Module } from '@nestjs/common';
import { DatabaseModule } from '../../platform/database/database.module.ts';
import { ApplicantBook } from '../person/applicant-book.service.ts';
import { PersonEraser } from '../person/person-eraser.service.ts';
import { EventStore } from './event-store.service.ts';
import { FactBook } from './fact-book.service.ts';
import { HistoryReader } from './history-reader.service.ts';

/** The events of dossiers, for whoever appends to them. */
@Module({
  imports: [DatabaseModule],
  providers: [ApplicantBook, EventStore, FactBook, HistoryReader, PersonEraser],
  exports: [ApplicantBook, EventStore, FactBook, HistoryReader, PersonEraser],
})
export class DossierStoreModule {}
