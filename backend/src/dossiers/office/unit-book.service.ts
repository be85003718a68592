import { Inject, Injectable } from '@nestjs/common';
import {
  DEFAULT_UNIT_SETTINGS,
  unitSettingsChangesSchema,
  withSettings,
  type UnitSettings,
} from '#contract/units';
import { Tenancy } from '../../platform/database/tenancy.ts';

/** A unit as far as its dossiers depend on it. */
export interface UnitFacts {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly settings: UnitSettings;
}

interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly settings: unknown;
}

/** What units have set for themselves. */
@Injectable()
export class UnitBook {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async get(id: number): Promise<UnitFacts> {
    const [row] = await this.#tenancy.ask<UnitRow>(
      { units: [id] },
      'select code, name, settings from unit where id = $1',
      [id],
    );
    if (row === undefined) throw new Error(`No unit ${id}`);
    const changes = unitSettingsChangesSchema.parse(row.settings);
    return {
      id,
      code: row.code,
      name: row.name,
      settings: withSettings(DEFAULT_UNIT_SETTINGS, changes),
    };
  }
}
