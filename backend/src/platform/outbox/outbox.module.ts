import { Global, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.ts';
import { DeclaresJobs } from '../queue/declares-jobs.module.ts';
import { QueueService } from '../queue/queue.service.ts';
import type { Bell } from '../realtime/bell.ts';
import { BELL } from '../realtime/tokens.ts';
import { PruneOutboxJob, RelayOutboxJob, pruneOutbox, relayOutbox } from './outbox.jobs.ts';
import { Outbox } from './outbox.service.ts';

@Global()
@Module({
  imports: [DatabaseModule, DeclaresJobs.of(relayOutbox, pruneOutbox)],
  providers: [Outbox, RelayOutboxJob, PruneOutboxJob],
  exports: [Outbox],
})
export class OutboxModule implements OnApplicationBootstrap {
  readonly #bell: Bell;
  readonly #queue: QueueService;

  constructor(@Inject(BELL) bell: Bell, @Inject(QueueService) queue: QueueService) {
    this.#bell = bell;
    this.#queue = queue;
  }

  onApplicationBootstrap(): void {
    this.#bell.listen('outbox', () => this.#queue.soon(relayOutbox.name));
  }
}
