import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { NewPicture, PictureType } from '#contract/incidents';
import { AuditBook } from '../audit/index.ts';
import { OfficeBook } from '../dossiers/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { once } from '../platform/idempotency/once.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { IncidentStore, type IncidentRow } from './incident-store.ts';
import { pictureType } from './picture-type.ts';

const FIND = `select media_type as "mediaType", content from incident_picture
  where unit_id = $1 and incident_id = $2`;

const PUT = `insert into incident_picture
    (unit_id, incident_id, media_type, content, sha256, made_by, made_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (unit_id, incident_id) do update set media_type = excluded.media_type,
    content = excluded.content, sha256 = excluded.sha256, made_by = excluded.made_by,
    made_at = excluded.made_at`;

const REMOVE = `delete from incident_picture where unit_id = $1 and incident_id = $2
  returning encode(sha256, 'hex') as sha256`;

interface IncidentPicture {
  readonly mediaType: PictureType;
  readonly content: Buffer;
}

/** What the screen showed when a system did not work: one picture, for whoever sees the incident. */
@Injectable()
export class IncidentPictures {
  readonly #store: IncidentStore;
  readonly #offices: OfficeBook;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;

  constructor(
    @Inject(IncidentStore) store: IncidentStore,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#store = store;
    this.#offices = offices;
    this.#tenancy = tenancy;
    this.#audit = audit;
  }

  async find(actor: RequestActor, id: string): Promise<IncidentPicture> {
    const { unitId } = await this.#incident(actor.covers('incidents.read', undefined), id);
    const [found] = await this.#tenancy.ask<IncidentPicture>({ units: [unitId] }, FIND, [
      ...[unitId, id],
    ]);
    if (found === undefined) throw new ProblemError('not-found');
    return found;
  }

  /** In the place of one that is there: whoever chose the wrong one chooses again. */
  async attach({ actor, from, asking }: Ask, id: string, { file }: NewPicture): Promise<void> {
    const { unitId } = await this.#incident(actor.covers('incidents.write', undefined), id);
    const mediaType = file && pictureType(file);
    if (file === undefined || mediaType === undefined) throw new ProblemError('picture-unfit');
    const sha256 = createHash('sha256').update(file).digest();
    const at = sqlInstant(this.#offices.now());
    const content = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
    await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      once(transaction, asking, async () => {
        await transaction.execute(PUT, [unitId, id, mediaType, content, sha256, actor.id, at]);
        await this.#audit.write(transaction, {
          ...{ unitId, actor, from, act: 'incident.pictureAttached' },
          subject: { type: 'incident', id },
          facts: { mediaType, bytes: file.length, sha256: sha256.toString('hex') },
        });
        return { id, result: undefined, status: 200 };
      }),
    );
  }

  async remove({ actor, from }: Ask, id: string): Promise<void> {
    const { unitId } = await this.#incident(actor.covers('incidents.write', undefined), id);
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const [gone] = await transaction.query<{ sha256: string }>(REMOVE, [unitId, id]);
      if (gone === undefined) throw new ProblemError('not-found');
      await this.#audit.write(transaction, {
        ...{ unitId, actor, from, act: 'incident.pictureRemoved' },
        ...{ subject: { type: 'incident', id }, facts: { sha256: gone.sha256 } },
      });
    });
  }

  async #incident(units: readonly number[], id: string): Promise<IncidentRow> {
    const row = await this.#store.find(units, id);
    if (row === undefined) throw new ProblemError('not-found');
    return row;
  }
}
