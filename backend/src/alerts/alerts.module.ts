import { Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DossiersModule, DossierStoreModule } from '../dossiers/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { DeclaresJobs } from '../platform/queue/declares-jobs.module.ts';
import { QueueService } from '../platform/queue/queue.service.ts';
import type { Bell } from '../platform/realtime/bell.ts';
import { BELL } from '../platform/realtime/tokens.ts';
import { ProceduresModule } from '../procedures/index.ts';
import { AlertActs } from './acts/alert-acts.service.ts';
import { AlertsController } from './alerts.controller.ts';
import { AlertList } from './list/alert-list.service.ts';
import { AlertLocator } from './list/alert-locator.ts';
import { Escalations } from './list/escalations.service.ts';
import { AlertStories } from './list/alert-stories.service.ts';
import { AlertRulesBook } from './rules/alert-rules-book.service.ts';
import { AlertRulesController } from './rules/alert-rules.controller.ts';
import { AlertRulesService } from './rules/alert-rules.service.ts';
import { RulesTrial } from './rules/rules-trial.service.ts';
import { AlertWriter } from './store/alert-writer.service.ts';
import { PeopleBook } from './store/people-book.service.ts';
import { DossierSweep } from './sweep/dossier-sweep.service.ts';
import { SweepLag } from './sweep/sweep-lag.service.ts';
import { SurroundingsBook } from './sweep/surroundings-book.service.ts';
import { SweepAlertsJob, sweepAlerts } from './sweep/sweep.job.ts';
import { UnitSweep } from './sweep/unit-sweep.service.ts';
import { WishesController } from './wishes/wishes.controller.ts';
import { Wishes } from './wishes/wishes.service.ts';

/** After a command its dossier is looked at by then; many commands are one look. */
const AFTER_COMMAND_MS = 500;

@Module({
  imports: [
    ...[DatabaseModule, DossiersModule, DossierStoreModule, ProceduresModule],
    DeclaresJobs.of(sweepAlerts),
  ],
  controllers: [AlertsController, AlertRulesController, WishesController],
  providers: [
    ...[AlertList, AlertLocator, AlertStories, Escalations, AlertActs, AlertRulesService],
    ...[RulesTrial, Wishes],
    ...[PeopleBook, AlertRulesBook, SurroundingsBook],
    ...[AlertWriter, DossierSweep, UnitSweep, SweepAlertsJob, SweepLag],
  ],
  exports: [AlertRulesBook, Escalations, PeopleBook, SweepLag],
})
export class AlertsModule implements OnApplicationBootstrap {
  readonly #bell: Bell;
  readonly #queue: QueueService;

  constructor(@Inject(BELL) bell: Bell, @Inject(QueueService) queue: QueueService) {
    this.#bell = bell;
    this.#queue = queue;
  }

  onApplicationBootstrap(): void {
    this.#bell.listen('feed', () => this.#queue.soon(sweepAlerts.name, AFTER_COMMAND_MS));
  }
}
