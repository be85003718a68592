import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/index.ts';
import { DossierStoreModule, OfficeModule } from '../dossiers/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { ProceduresModule } from '../procedures/index.ts';
import { UnitsModule } from '../units/index.ts';
import { CalendarChangeService } from './calendar-change.service.ts';
import { ChangeKeeper } from './change-keeper.service.ts';
import { CalendarChangesController } from './calendar-changes.controller.ts';
import { DeadlineService } from './deadline.service.ts';
import { DeadlinesController } from './deadlines.controller.ts';
import { PreviewBook } from './preview-book.service.ts';
import { RevisionPlanner } from './revision-planner.service.ts';
import { RevisionWriter } from './revision-writer.service.ts';

@Module({
  imports: [
    DatabaseModule,
    CalendarsModule,
    ProceduresModule,
    DossierStoreModule,
    OfficeModule,
    UnitsModule,
  ],
  controllers: [DeadlinesController, CalendarChangesController],
  providers: [
    ...[DeadlineService],
    ...[CalendarChangeService, ChangeKeeper, PreviewBook, RevisionPlanner, RevisionWriter],
  ],
  exports: [RevisionPlanner],
})
export class DeadlinesModule {}
