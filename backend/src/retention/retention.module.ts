import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { DossierStoreModule } from '../dossiers/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { DeclaresJobs } from '../platform/queue/declares-jobs.module.ts';
import { EraseDueJob, eraseDue } from './erase-due.job.ts';
import { RetentionBook } from './retention-book.ts';
import { RetentionRound } from './retention-round.service.ts';
import { RetentionController } from './retention.controller.ts';
import { RetentionService } from './retention.service.ts';

@Module({
  imports: [AuditModule, DatabaseModule, DossierStoreModule, DeclaresJobs.of(eraseDue)],
  controllers: [RetentionController],
  providers: [EraseDueJob, RetentionBook, RetentionRound, RetentionService],
})
export class RetentionModule {}
