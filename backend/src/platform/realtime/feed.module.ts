import { Global, Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.ts';
import { DeclaresJobs } from '../queue/declares-jobs.module.ts';
import { PruneFeedJob, pruneFeed } from './feed.jobs.ts';
import { Feed } from './feed.service.ts';

@Global()
@Module({
  imports: [DatabaseModule, DeclaresJobs.of(pruneFeed)],
  providers: [Feed, PruneFeedJob],
  exports: [Feed],
})
export class FeedModule {}
