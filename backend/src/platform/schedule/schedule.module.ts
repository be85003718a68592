import { Global, Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.ts';
import { DeclaresJobs } from '../queue/declares-jobs.module.ts';
import { FireSchedulesJob, fireSchedules } from './fire-schedules.job.ts';
import { TidyUpPlatformJob, tidyUpPlatform } from './tidy-up.job.ts';
import { ScheduleRuns } from './schedule-runs.service.ts';

@Global()
@Module({
  imports: [DatabaseModule, DeclaresJobs.of(fireSchedules, tidyUpPlatform)],
  providers: [ScheduleRuns, FireSchedulesJob, TidyUpPlatformJob],
  exports: [ScheduleRuns],
})
export class ScheduleModule {}
