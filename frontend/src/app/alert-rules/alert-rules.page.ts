import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import {
  alertRulesPath,
  alertRulesPreviewPath,
  alertRulesPreviewSchema,
  alertRulesSchema,
  type AlertRulesAnswer,
  type AlertRulesPreview,
  type AlertSettings,
} from '#contract/alerts';
import { procedurePageSchema, proceduresPath } from '#contract/procedures';
import { DEFAULT_DELIVERY, type AlertKind } from '#domain/alert';
import { alertRuleWords } from '#wording/alert-rules';
import { ApiClient, People, Session, problemOf, type ClientProblem } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import {
  Badge,
  Button,
  Confirmations,
  Kbd,
  Notice,
  Page,
  Toasts,
  Waiting,
  type Choice,
} from '../ui/index.ts';
import { DifferenceTable } from './difference-table.ts';
import { GeneralEditor } from './general-editor.ts';
import { differencesBetween, scopeText } from './rule-difference.ts';
import { RuleEditor } from './rule-editor.ts';
import { RuleHistory, type Restored } from './rule-history.ts';
import {
  GROUPS,
  linesOf,
  proceduresApart,
  rulesWith,
  sentencesOf,
  type RuleLine,
} from './rule-lines.ts';
import { TrialResult } from './trial-result.ts';

const MOST = 500;
const GROUP_NAMES = Object.keys(GROUPS) as readonly (keyof typeof GROUPS)[];

/** A trial, and of which rules: another change makes it one of the past. */
interface Trial {
  readonly settings: AlertSettings;
  readonly result: AlertRulesPreview;
}

const settingsOf = ({ overrides, bundleAt, voiceMinutes }: AlertSettings): AlertSettings => ({
  ...{ overrides, bundleAt, voiceMinutes },
});

/** *Quy tắc cảnh báo*: what is in force in sentences, changed, tried on last month, saved as a version. */
@Component({
  selector: 'mc-alert-rules',
  imports: [
    ...[Badge, Button, DifferenceTable, GeneralEditor, Kbd, Notice, Page],
    ...[RuleEditor, RuleHistory, TrialResult, Waiting],
  ],
  templateUrl: './alert-rules.page.html',
  styleUrl: './alert-rules.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AlertRulesPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #people = inject(People);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  protected readonly words = injectWords(alertRuleWords);
  protected readonly readMoment = readMoment;
  protected readonly cap = DEFAULT_DELIVERY;
  protected readonly editor = viewChild(RuleEditor);
  protected readonly generalEditor = viewChild(GeneralEditor);

  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly told = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(alertRulesPath, alertRulesSchema, { query: { unitId }, abort }),
  });
  readonly #catalogue = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(proceduresPath, procedurePageSchema, {
        query: { unitId, limit: MOST },
        abort,
      }),
  });
  protected readonly problem = computed(() => problemOf(this.told.error()));
  protected readonly answer = computed((): AlertRulesAnswer | undefined =>
    this.told.hasValue() ? this.told.value() : undefined,
  );

  /** What is being set: until the first change what is in force. */
  protected readonly settings = linkedSignal<
    AlertRulesAnswer | undefined,
    AlertSettings | undefined
  >({
    source: () => this.answer(),
    computation: (answer) => answer && settingsOf(answer),
  });
  readonly #suggested = signal<string | undefined>(undefined);
  protected readonly trial = signal<Trial | undefined>(undefined);
  protected readonly trying = signal(false);
  protected readonly saving = signal(false);
  protected readonly refused = signal<ClientProblem | undefined>(undefined);

  protected readonly procedures = computed((): readonly Choice[] =>
    this.#catalogue.hasValue()
      ? this.#catalogue.value().items.map(({ code, name }) => ({
          ...{ value: code, label: name, note: code },
        }))
      : [],
  );
  readonly #names = computed(() => ({
    words: this.words(),
    nameOf: (id: string) => this.#people.nameOf(id),
    procedureOf: this.procedureOf(),
  }));
  protected readonly procedureOf = computed(() => {
    const names = new Map(this.procedures().map(({ value, label }) => [value, label]));
    return (code: string): string => names.get(code) ?? code;
  });
  protected readonly rules = computed(() => {
    const [answer, settings] = [this.answer(), this.settings()];
    return answer && settings && rulesWith(answer, settings);
  });
  protected readonly differences = computed(() => {
    const [answer, rules] = [this.answer(), this.rules()];
    if (answer === undefined || rules === undefined) return [];
    return differencesBetween(rulesWith(answer, answer), rules, this.#names());
  });
  protected readonly isChanged = computed(() => {
    const [answer, settings] = [this.answer(), this.settings()];
    return answer !== undefined && JSON.stringify(settingsOf(answer)) !== JSON.stringify(settings);
  });
  protected readonly isOutdated = computed(() => {
    const trial = this.trial();
    return trial !== undefined && trial.settings !== this.settings();
  });
  protected readonly groups = computed(() => {
    const rules = this.rules();
    if (rules === undefined) return [];
    return GROUP_NAMES.map((name) => ({
      name,
      kinds: GROUPS[name].map((kind: AlertKind) => ({
        kind,
        lines: [null, ...proceduresApart(rules.overrides, kind)]
          .flatMap((code) => linesOf(rules, kind, code))
          .map((line) => ({
            line,
            scope: scopeText(line, this.#names()),
            sentences: sentencesOf(line, this.words(), (id) => this.#people.nameOf(id)),
          })),
      })),
    }));
  });

  constructor() {
    const keys = computed(() => this.words().keys);
    injectShortcut(
      't',
      computed(() => keys().tryOut),
      () => void this.tryOut(),
    );
    injectShortcut(
      'l',
      computed(() => keys().save),
      () => void this.save(),
    );
  }

  /** An administrator of the city is not among the people of the unit. */
  protected readonly setterOf = computed(() => {
    const [me, { someone }] = [this.#session.me()?.user, this.words()];
    return (userId: string | null): string => {
      const own = me?.id === userId ? me.displayName : undefined;
      return own ?? this.#people.nameOf(userId ?? undefined) ?? someone;
    };
  });

  protected edit(line: RuleLine): void {
    this.editor()?.begin(line);
  }

  protected change(settings: AlertSettings): void {
    this.refused.set(undefined);
    this.settings.set(settings);
  }

  protected drop(): void {
    const answer = this.answer();
    this.#suggested.set(undefined);
    this.trial.set(undefined);
    if (answer !== undefined) this.change(settingsOf(answer));
  }

  protected restore({ version, settings }: Restored): void {
    this.change(settings);
    this.#suggested.set(this.words().draft.restored(version));
    this.#toasts.news(this.words().history.isRestored);
  }

  protected async tryOut(): Promise<void> {
    const settings = this.settings();
    if (settings === undefined || this.trying()) return;
    this.trying.set(true);
    this.refused.set(undefined);
    const answer = await this.#api.act({
      path: alertRulesPreviewPath,
      body: { unitId: this.#unitId(), ...settings },
      answer: alertRulesPreviewSchema,
    });
    this.trying.set(false);
    if (answer.ok) this.trial.set({ settings, result: answer.value });
    else this.refused.set(answer.problem);
  }

  protected async save(): Promise<void> {
    const [settings, version] = [this.settings(), this.answer()?.version];
    if (settings === undefined || !this.isChanged() || this.saving()) return;
    const reason = await this.#askReason();
    if (reason === undefined) return;
    this.saving.set(true);
    const answer = await this.#api.act({
      method: 'PUT',
      path: alertRulesPath,
      body: { unitId: this.#unitId(), version, reason, ...settings },
      answer: alertRulesSchema,
    });
    this.saving.set(false);
    if (!answer.ok) {
      this.refused.set(answer.problem);
      return;
    }
    this.#suggested.set(undefined);
    this.trial.set(undefined);
    this.told.set(answer.value);
    this.#toasts.done(this.words().draft.saved(answer.value.version));
  }

  async #askReason(): Promise<string | undefined> {
    const { reasonHeading, reasonText, save } = this.words().draft;
    const suggested = this.#suggested();
    const confirmed = await this.#confirmations.ask({
      ...{ heading: reasonHeading, text: reasonText, act: save, reason: 'required' },
      ...(suggested !== undefined && { suggested }),
    });
    return confirmed?.reason;
  }
}
