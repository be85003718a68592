import { Inject, Injectable } from '@nestjs/common';
import {
  DEFAULT_ALERT_SETTINGS,
  alertRulesOf,
  alertSettingsSchema,
  type AlertSettings,
} from '#contract/alerts';
import {
  DEFAULT_UNIT_SETTINGS,
  unitSettingsChangesSchema,
  withSettings,
  type UnitSettings,
} from '#contract/units';
import type { AlertRules } from '#domain/alert';
import type { OfficeHead } from '../store/loaded.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';

/** A unit as far as its dossiers depend on it. */
export interface UnitFacts {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly settings: UnitSettings;
  /** By which it is warned: from when on a dossier is *Sắp đến hạn* depends on them. */
  readonly alertRules: AlertRules;
}

type Head = Omit<OfficeHead, 'calendar'>;

interface Read extends Pick<Head, 'settings' | 'alertRules'> {
  readonly facts: UnitFacts;
}

/** What units have set for themselves. */
@Injectable()
export class UnitBook {
  readonly #tenancy: Tenancy;
  readonly #read = new Map<number, Read>();

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async get(id: number): Promise<UnitFacts> {
    const [row] = await this.#tenancy.ask<{ readonly head: Head | null }>(
      { units: [id] },
      'select office_of($1) as head',
      [id],
    );
    const head = row?.head ?? null;
    if (head === null) throw new Error(`No unit ${id}`);
    return this.of(id, head);
  }

  /** A unit as a question has just told it: what was read before need not be read again. */
  of(id: number, { code, name, settings, alertRules }: Head): UnitFacts {
    const before = this.#read.get(id);
    if (before?.settings === settings && before.alertRules === alertRules) {
      return { ...before.facts, code, name };
    }
    const changes = unitSettingsChangesSchema.parse(JSON.parse(settings));
    const own = withSettings(DEFAULT_UNIT_SETTINGS, changes);
    const rules = alertRulesOf(settingsOf(alertRules), own.staleAfter);
    const facts = { id, code, name, settings: own, alertRules: rules };
    this.#read.set(id, { settings, alertRules, facts });
    return facts;
  }
}

const settingsOf = (told: string | null): AlertSettings =>
  told === null ? DEFAULT_ALERT_SETTINGS : alertSettingsSchema.parse(JSON.parse(told));
