import { Inject, Injectable } from '@nestjs/common';
import { UNASSIGNED_ROW, type RowBy, type RowNames } from '#domain/report';
import { formatDay } from '#domain/working-time';
import type { Language } from '#wording';
import { reportWords } from '#wording/reports';
import { CatalogueService } from '../procedures/index.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import type { Frame } from './engine/frame.ts';

type Label = readonly [key: string, label: string];

const DEPARTMENTS = `select distinct on (code) code as key, name as label from department
  where unit_id = any($1) order by code, unit_id`;
const OFFICERS = `select id::text as key, display_name as label from office_user where id in
  (select user_id from membership where unit_id = any($1))`;

const AGENCY = 'agency:';

/** What readers call the rows of a report. */
@Injectable()
export class RowNameBook {
  readonly #tenancy: Tenancy;
  readonly #catalogue: CatalogueService;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(CatalogueService) catalogue: CatalogueService,
  ) {
    this.#tenancy = tenancy;
    this.#catalogue = catalogue;
  }

  async of(
    frame: Frame,
    by: RowBy,
    { keys, language }: { readonly keys: readonly string[]; readonly language: Language },
  ): Promise<RowNames> {
    const words = reportWords[language];
    const known = await this.#known(frame, by, language);
    const agencies = keys
      .filter((key) => key.startsWith(AGENCY))
      .map((key): Label => [key, words.agency(key.slice(AGENCY.length))]);
    const nobody: Label = [UNASSIGNED_ROW, by === 'source' ? words.noSource : words.nobody];
    const order = by === 'field' ? await this.#catalogue.fields(frame.about.id) : [];
    return { order, labels: new Map([nobody, ...agencies, ...known]) };
  }

  async #known(frame: Frame, by: RowBy, language: Language): Promise<readonly Label[]> {
    switch (by) {
      case 'procedure':
        return this.#procedures(frame);
      case 'department':
      case 'responsible':
        return this.#labels(frame, DEPARTMENTS);
      case 'officer':
        return this.#labels(frame, OFFICERS);
      case 'unit':
        return frame.units.map(({ code, name }) => [code, name]);
      case 'channel':
        return Object.entries(reportWords[language].channels);
      case 'field':
      case 'source':
        return [];
    }
  }

  async #procedures({ about, period }: Frame): Promise<readonly Label[]> {
    const all = await this.#catalogue.all(about.id, formatDay(period.to));
    return all.map(({ code, definition }) => [code, definition.name]);
  }

  async #labels({ units }: Frame, sql: string): Promise<readonly Label[]> {
    const ids = units.map(({ id }) => id);
    const rows = await this.#tenancy.ask<{ readonly key: string; readonly label: string }>(
      { units: ids },
      sql,
      [ids],
    );
    return rows.map(({ key, label }) => [key, label]);
  }
}
