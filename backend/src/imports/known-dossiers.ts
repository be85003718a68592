import { Inject, Injectable } from '@nestjs/common';
import { OWN_SOURCE, type ToldDossier } from '#domain/import';
import type { Instant } from '#domain/working-time';
import { Tenancy } from '../platform/database/tenancy.ts';

/** A system's record of a dossier we have. */
export interface KnownRecord {
  readonly dossierId: string;
  readonly source: string;
  readonly externalCode: string;
  /** Of when its data are. */
  readonly asOf: Instant | null;
}

/** What is known by the codes of some told dossiers. */
export interface KnownDossiers {
  byCode(told: Pick<ToldDossier, 'source' | 'externalCode'>): KnownRecord | undefined;
  byOfficialCode(code: string | undefined): string | undefined;
  /** Come back to this unit in a file of its own. */
  ownByCode(told: OwnTold): string | undefined;
}

// Looked up code by code: joined, a hundred of them were held against every record the unit has.
const RECORDS = `select record.*
  from unnest($2::text[], $3::text[]) as told (source, code)
  cross join lateral (select dossier_id as "dossierId", source, external_code as "externalCode",
      as_of as "asOf"
    from source_record where source_record.unit_id = $1 and source_record.source = told.source
      and source_record.external_code = told.code limit 1) as record`;

const OFFICIAL = `select id, official_code as code from dossier
  where unit_id = $1 and official_code = any ($2::text[]) and not annulled`;

type OwnTold = Pick<ToldDossier, 'source' | 'externalCode' | 'ownCode'>;

/** A row of a list has no word for it but its source. */
const ownCodeOf = ({ source, externalCode, ownCode }: OwnTold): string | undefined =>
  ownCode ?? (source === OWN_SOURCE ? externalCode : undefined);

const OWN = `select id, code from dossier where unit_id = $1 and code = any ($2::text[])`;

const nameOf = ({ source, externalCode }: Pick<KnownRecord, 'source' | 'externalCode'>): string =>
  `${source}\n${externalCode}`;

/** Which of the dossiers a source tells of are here already. */
@Injectable()
export class KnownDossierBook {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async find(unitId: number, told: readonly ToldDossier[]): Promise<KnownDossiers> {
    const scope = { units: [unitId] };
    const sources = told.map(({ source }) => source);
    const codes = told.map(({ externalCode }) => externalCode);
    const officials = told.flatMap(({ officialCode }) => officialCode ?? []);
    const owns = told.flatMap((each) => ownCodeOf(each) ?? []);
    const [records, official, own] = await Promise.all([
      this.#tenancy.ask<KnownRecord>(scope, RECORDS, [unitId, sources, codes]),
      this.#tenancy.ask<{ id: string; code: string }>(scope, OFFICIAL, [unitId, officials]),
      this.#own(unitId, owns),
    ]);
    const byName = new Map(records.map((record) => [nameOf(record), record]));
    const byOfficial = new Map(official.map(({ id, code }) => [code, id]));
    return {
      byCode: (each) => byName.get(nameOf(each)),
      byOfficialCode: (code) => (code === undefined ? undefined : byOfficial.get(code)),
      ownByCode: (each) => own.get(ownCodeOf(each) ?? ''),
    };
  }

  async #own(unitId: number, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (codes.length === 0) return new Map();
    const rows = await this.#tenancy.ask<{ id: string; code: string }>({ units: [unitId] }, OWN, [
      unitId,
      codes,
    ]);
    return new Map(rows.map(({ id, code }) => [code, id]));
  }
}
