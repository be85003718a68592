import { type DynamicModule, Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/index.ts';
import { DossiersModule, DossierStoreModule } from '../dossiers/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { HealthModule } from '../platform/health/health.module.ts';
import { ProceduresModule } from '../procedures/index.ts';
import { ReportsModule } from '../reports/index.ts';
import { EVALUATION_NARRATOR, EvaluationService } from './evaluation.service.ts';
import { DayKeeper } from './month/day-keeper.service.ts';
import { Listeners } from './month/listeners.service.ts';
import { LiveSources } from './month/live-sources.service.ts';
import { LivingMonth } from './month/living-month.service.ts';
import { StageBook } from './month/stage-book.service.ts';
import type { Narrator } from './narration.ts';
import { Neighbourhood } from './neighbourhood.service.ts';
import { Founder } from './stage/founder.service.ts';

@Module({})
export class EvaluationModule {
  /** Without a narrator nothing is made; in production a trial database is refused either way. */
  static of(narrator: Narrator | null): DynamicModule {
    return {
      module: EvaluationModule,
      imports: [
        ...[HealthModule, DatabaseModule, DossierStoreModule, DossiersModule],
        ...[ProceduresModule, CalendarsModule],
        ReportsModule,
      ],
      providers: [
        ...[EvaluationService, Founder, LivingMonth, DayKeeper, LiveSources, StageBook],
        ...[Neighbourhood, Listeners],
        { provide: EVALUATION_NARRATOR, useValue: narrator },
      ],
    };
  }
}
