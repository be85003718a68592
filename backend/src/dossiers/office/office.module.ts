import { Module } from '@nestjs/common';
import { CalendarsModule } from '../../calendars/index.ts';
import { DatabaseModule } from '../../platform/database/database.module.ts';
import { ProceduresModule } from '../../procedures/index.ts';
import { OfficeBook } from './office-book.service.ts';
import { UnitBook } from './unit-book.service.ts';

/** What an office goes by when it decides; without its desks. */
@Module({
  imports: [DatabaseModule, ProceduresModule, CalendarsModule],
  providers: [OfficeBook, UnitBook],
  exports: [OfficeBook, UnitBook],
})
export class OfficeModule {}
