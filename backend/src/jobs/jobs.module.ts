import { Module } from '@nestjs/common';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { DeclaresJobs } from '../platform/queue/declares-jobs.module.ts';
import { ForgetJobsJob, forgetJobs } from './forget-jobs.job.ts';
import { JobService } from './job.service.ts';
import { JobsController } from './jobs.controller.ts';
import { RecoverJobsJob, recoverJobs } from './recover-jobs.job.ts';

@Module({
  imports: [DatabaseModule, DeclaresJobs.of(recoverJobs, forgetJobs)],
  controllers: [JobsController],
  providers: [JobService, RecoverJobsJob, ForgetJobsJob],
  exports: [JobService],
})
export class JobsModule {}
