import {
  Body,
  Controller,
  Get,
  Header,
  Inject,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import type { DossierItem } from '#contract/dossiers';
import {
  incidentChangesSchema,
  incidentDossiersPageSchema,
  incidentDossiersQuerySchema,
  incidentSchema,
  incidentsPageSchema,
  incidentsPath,
  incidentsQuerySchema,
  newIncidentSchema,
  timelineQuerySchema,
  type Incident,
  type IncidentChanges,
  type IncidentDossiersQuery,
  type IncidentsQuery,
  type NewIncident,
  type TimelineQuery,
} from '#contract/incidents';
import type { Page } from '#contract/list';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { UuidPath } from '../platform/auth/path-id.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpReply } from '../platform/http/exchange.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { AskedBy } from '../platform/idempotency/asked-by.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { IncidentTimeline } from './incident-timeline.service.ts';
import { Incidents } from './incidents.service.ts';

const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** *Sự cố hệ thống*: when a system did not work, and which dossiers were open meanwhile. */
@Controller(incidentsPath)
export class IncidentsController {
  readonly #incidents: Incidents;
  readonly #timeline: IncidentTimeline;

  constructor(
    @Inject(Incidents) incidents: Incidents,
    @Inject(IncidentTimeline) timeline: IncidentTimeline,
  ) {
    this.#incidents = incidents;
    this.#timeline = timeline;
  }

  @Answers(incidentSchema)
  @Post()
  @Policy('incidents.write')
  report(
    @Body({ schema: newIncidentSchema }) wanted: NewIncident,
    @AskedBy() ask: Ask,
  ): Promise<Incident> {
    return this.#incidents.report(wanted, ask);
  }

  @Answers(incidentsPageSchema)
  @Get()
  @Policy('incidents.read')
  list(
    @Query({ schema: incidentsQuerySchema }) query: IncidentsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<Incident>> {
    return this.#incidents.list(actor, query);
  }

  @Answers(null, { mediaType: MEDIA_TYPES.xlsx, problems: ['book-too-long', 'too-busy'] })
  @Get('timeline')
  @Policy('incidents.read')
  @Header('cache-control', 'no-store')
  async timeline(
    @Query({ schema: timelineQuerySchema }) query: TimelineQuery,
    @AskedBy() ask: Ask,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Buffer> {
    const bytes = await this.#timeline.make(ask, query);
    reply
      .type(MEDIA_TYPES[query.format])
      .header('content-disposition', `attachment; filename="su-co.${query.format}"`);
    return bytes;
  }

  @Answers(incidentSchema)
  @Patch(':id')
  @Policy('incidents.write', Incidents)
  change(
    @Param('id', UuidPath) id: string,
    @Body({ schema: incidentChangesSchema }) changes: IncidentChanges,
    @AskedBy() ask: Ask,
  ): Promise<Incident> {
    return this.#incidents.change(ask, id, changes);
  }

  @Answers(incidentDossiersPageSchema)
  @Get(':id/dossiers')
  @Policy('incidents.read', Incidents)
  @Header('cache-control', 'no-store')
  dossiers(
    @Param('id', UuidPath) id: string,
    @Query({ schema: incidentDossiersQuerySchema }) query: IncidentDossiersQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<DossierItem>> {
    return this.#incidents.dossiers(actor, id, query);
  }
}
