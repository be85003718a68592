import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  untracked,
} from '@angular/core';
import {
  alertRulesHistoryPath,
  alertRulesHistorySchema,
  type AlertRulesAnswer,
  type AlertRulesVersion,
  type AlertSettings,
} from '#contract/alerts';
import { DEFAULT_ALERT_RULES } from '#domain/alert';
import { alertRuleWords } from '#wording/alert-rules';
import { ApiClient, PagedList, People, Session } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Badge, Button, Notice, Waiting } from '../ui/index.ts';
import { DifferenceTable } from './difference-table.ts';
import { differencesBetween, type Difference } from './rule-difference.ts';
import { rulesWith } from './rule-lines.ts';

const { overrides, bundleAt, voiceMinutes } = DEFAULT_ALERT_RULES;

/** What every unit has until it sets something. */
const BEGINNING = { overrides, bundleAt, voiceMinutes } as AlertSettings;

interface Version extends AlertRulesVersion {
  readonly id: string;
}

/** A version of the past to go back to; 0 is what every unit begins with. */
export interface Restored {
  readonly version: number;
  readonly settings: AlertSettings;
}

const settingsOf = ({ overrides, bundleAt, voiceMinutes }: AlertSettings): AlertSettings => ({
  ...{ overrides, bundleAt, voiceMinutes },
});

/** Every version of the rules, with what each said otherwise than the one before. */
@Component({
  selector: 'mc-rule-history',
  imports: [Badge, Button, DifferenceTable, Notice, Waiting],
  templateUrl: './rule-history.html',
  styleUrl: './rule-history.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleHistory {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #people = inject(People);
  protected readonly words = injectWords(alertRuleWords);
  protected readonly readMoment = readMoment;

  readonly told = input.required<AlertRulesAnswer>();
  readonly procedureOf = input.required<(code: string) => string>();
  readonly setterOf = input.required<(userId: string | null) => string>();
  readonly restore = output<Restored>();

  protected readonly list = new PagedList<Version>(async (cursor, abort) => {
    const query = { unitId: this.#session.unit()?.id, cursor, limit: 20 };
    const page = await this.#api.read(alertRulesHistoryPath, alertRulesHistorySchema, {
      ...{ query, abort },
    });
    return { ...page, items: page.items.map((each) => ({ ...each, id: String(each.version) })) };
  });
  protected readonly versions = computed(() =>
    this.list.items().map((version, place) => ({
      version,
      differences: this.#differences(version, this.list.items()[place + 1]),
    })),
  );

  constructor() {
    effect(() => {
      this.told();
      untracked(() => void this.list.reload());
    });
  }

  protected goBackTo(version: Version): void {
    this.restore.emit({ version: version.version, settings: settingsOf(version) });
  }

  protected beginAnew(): void {
    this.restore.emit({ version: 0, settings: BEGINNING });
  }

  /** Against the version before; where that is not fetched yet nothing is said. */
  #differences(version: Version, before: Version | undefined): readonly Difference[] | undefined {
    if (before === undefined && version.version > 1) return undefined;
    const [told, words] = [this.told(), this.words()];
    return differencesBetween(rulesWith(told, before ?? BEGINNING), rulesWith(told, version), {
      words,
      nameOf: (id) => this.#people.nameOf(id),
      procedureOf: this.procedureOf(),
    });
  }
}
