import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { DossiersModule, OfficeModule } from '../dossiers/index.ts';
import { FormsModule } from '../forms/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { IncidentPicturesController } from './incident-pictures.controller.ts';
import { IncidentPictures } from './incident-pictures.service.ts';
import { IncidentStore } from './incident-store.ts';
import { IncidentTimeline } from './incident-timeline.service.ts';
import { IncidentsController } from './incidents.controller.ts';
import { Incidents } from './incidents.service.ts';

@Module({
  imports: [AuditModule, DatabaseModule, DossiersModule, FormsModule, OfficeModule],
  controllers: [IncidentsController, IncidentPicturesController],
  providers: [IncidentPictures, IncidentStore, IncidentTimeline, Incidents],
})
export class IncidentsModule {}
