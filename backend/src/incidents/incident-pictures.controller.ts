import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Res,
} from '@nestjs/common';
import {
  PICTURE_BYTES,
  incidentPicturePath,
  incidentSchema,
  newPictureSchema,
  pictureTypes,
  type Incident,
  type NewPicture,
} from '#contract/incidents';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { UuidPath } from '../platform/auth/path-id.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpReply } from '../platform/http/exchange.ts';
import { TakesFile } from '../platform/http/takes-file.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { AskedBy } from '../platform/idempotency/asked-by.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { IncidentPictures } from './incident-pictures.service.ts';
import { Incidents } from './incidents.service.ts';

const ENDINGS = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

/** What the screen showed when a system did not work. */
@Controller(incidentPicturePath(':id'))
export class IncidentPicturesController {
  readonly #pictures: IncidentPictures;
  readonly #incidents: Incidents;

  constructor(
    @Inject(IncidentPictures) pictures: IncidentPictures,
    @Inject(Incidents) incidents: Incidents,
  ) {
    this.#pictures = pictures;
    this.#incidents = incidents;
  }

  /** A page shows it; opened by itself it is kept as a file and never run. */
  @Answers(null, { mediaType: pictureTypes[0] })
  @Get()
  @Policy('incidents.read', Incidents)
  @Header('cache-control', 'no-store')
  async show(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Buffer> {
    const { mediaType, content } = await this.#pictures.find(actor, id);
    reply
      .type(mediaType)
      .header('content-disposition', `attachment; filename="su-co.${ENDINGS[mediaType]}"`);
    return content;
  }

  @Answers(incidentSchema, { problems: ['picture-unfit', 'body-too-large'] })
  @Post()
  @HttpCode(200)
  @Policy('incidents.write', Incidents)
  @TakesFile(PICTURE_BYTES)
  async attach(
    @Param('id', UuidPath) id: string,
    @Body({ schema: newPictureSchema }) body: NewPicture,
    @AskedBy() ask: Ask,
  ): Promise<Incident> {
    await this.#pictures.attach(ask, id, body);
    return this.#incidents.get(ask.actor, id);
  }

  @Answers(incidentSchema)
  @Delete()
  @Policy('incidents.write', Incidents)
  async remove(@Param('id', UuidPath) id: string, @AskedBy() ask: Ask): Promise<Incident> {
    await this.#pictures.remove(ask, id);
    return this.#incidents.get(ask.actor, id);
  }
}
