import { Module } from '@nestjs/common';
import { AlertsModule } from '../alerts/index.ts';
import { DeliveriesModule } from '../deliveries/index.ts';
import { DossierStoreModule, DossiersModule } from '../dossiers/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { DeclaresJobs } from '../platform/queue/declares-jobs.module.ts';
import { SteeringModule } from '../steering/index.ts';
import { BriefingPost } from './briefing-post.service.ts';
import {
  PlanBriefingsJob,
  SendBriefingsJob,
  planBriefings,
  sendBriefings,
} from './briefings.jobs.ts';
import { Morning } from './morning.service.ts';

@Module({
  imports: [
    ...[AlertsModule, DatabaseModule, DeliveriesModule, DossiersModule, DossierStoreModule],
    ...[SteeringModule, DeclaresJobs.of(planBriefings, sendBriefings)],
  ],
  providers: [Morning, BriefingPost, PlanBriefingsJob, SendBriefingsJob],
})
export class BriefingsModule {}
