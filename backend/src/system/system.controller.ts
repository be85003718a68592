import { Controller, Get, Header, Inject } from '@nestjs/common';
import { systemPath, systemStatusSchema, type SystemStatus } from '#contract/system';
import { Policy } from '../platform/auth/policy.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { SystemStatusService } from './system-status.service.ts';

/** For administrators: whether the product does by itself what it is to do by itself. */
@Controller()
export class SystemController {
  readonly #status: SystemStatusService;

  constructor(@Inject(SystemStatusService) status: SystemStatusService) {
    this.#status = status;
  }

  @Policy('system.read')
  @Answers(systemStatusSchema)
  @Get(systemPath)
  @Header('cache-control', 'no-store')
  read(): Promise<SystemStatus> {
    return this.#status.read();
  }
}
