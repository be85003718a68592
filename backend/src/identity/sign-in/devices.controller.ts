import { Controller, Delete, Get, Header, HttpCode, Inject, Param, Req } from '@nestjs/common';
import { type Device, devicePageSchema, myDevicesPath } from '#contract/identity';
import type { Page } from '#contract/list';
import { AuditBook, homeOf } from '../../audit/index.ts';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { UuidPath } from '../../platform/auth/path-id.ts';
import { SignedInAnyhow } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { broughtBy } from './brought.ts';
import { Devices } from './devices.ts';

/** Where I am asked for no code, and the end of it. */
@SignedInAnyhow()
@Controller()
export class DevicesController {
  readonly #devices: Devices;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;

  constructor(
    @Inject(Devices) devices: Devices,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#devices = devices;
    this.#tenancy = tenancy;
    this.#audit = audit;
  }

  @Answers(devicePageSchema)
  @Get(myDevicesPath)
  @Header('cache-control', 'no-store')
  async list(
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<Page<Device>> {
    const items = await this.#devices.list(actor.id, broughtBy(request).device);
    return { items, nextCursor: null };
  }

  @Answers(null)
  @Delete(`${myDevicesPath}/:id`)
  @HttpCode(204)
  async forget(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<void> {
    const unitId = homeOf(actor);
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      if (!(await this.#devices.forget(transaction, actor.id, id))) {
        throw new ProblemError('not-found');
      }
      const subject = { type: 'device', id };
      await this.#audit.write(transaction, {
        ...{ unitId, actor, act: 'device.forgotten' },
        ...{ subject, from },
      });
    });
  }
}
