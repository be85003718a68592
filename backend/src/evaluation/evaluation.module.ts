import { type DynamicModule, Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/index.ts';
import { DossierStoreModule } from '../dossiers/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { ProceduresModule } from '../procedures/index.ts';
import { UnitsModule } from '../units/index.ts';
import { EVALUATION_NARRATOR, EvaluationService } from './evaluation.service.ts';
import { DayKeeper } from './month/day-keeper.service.ts';
import { LivingMonth } from './month/living-month.service.ts';
import { StageBook } from './month/stage-book.service.ts';
import type { Narrator } from './narration.ts';
import { Founder } from './stage/founder.service.ts';

@Module({})
export class EvaluationModule {
  /** Without a narrator nothing is made; in production a trial database is refused either way. */
  static of(narrator: Narrator | null): DynamicModule {
    return {
      module: EvaluationModule,
      imports: [DatabaseModule, DossierStoreModule, ProceduresModule, CalendarsModule, UnitsModule],
      providers: [
        ...[EvaluationService, Founder, LivingMonth, DayKeeper, StageBook],
        { provide: EVALUATION_NARRATOR, useValue: narrator },
      ],
    };
  }
}
