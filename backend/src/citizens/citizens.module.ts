import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries/index.ts';
import { DossiersModule } from '../dossiers/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { DeclaresJobs } from '../platform/queue/declares-jobs.module.ts';
import { Calls } from './calls.service.ts';
import { CitizenPost } from './citizen-post.service.ts';
import { CitizensController } from './citizens.controller.ts';
import { Consents } from './consent.service.ts';
import { MessageOrdersJob, tellCitizen } from './message-orders.job.ts';
import { clearMessages, sendMessages } from './rounds.ts';
import { ClearMessagesJob, SendMessagesJob } from './send-messages.jobs.ts';

@Module({
  imports: [
    ...[DatabaseModule, DossiersModule, DeliveriesModule],
    DeclaresJobs.of(tellCitizen, sendMessages, clearMessages),
  ],
  controllers: [CitizensController],
  providers: [
    ...[MessageOrdersJob, SendMessagesJob, ClearMessagesJob, CitizenPost],
    ...[Calls, Consents],
  ],
})
export class CitizensModule {}
