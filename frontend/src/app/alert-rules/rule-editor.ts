import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { AlertSettings } from '#contract/alerts';
import { checkRules, type AllowanceClass, type Threshold } from '#domain/alert';
import { problemWording } from '#wording';
import { alertRuleWords } from '#wording/alert-rules';
import { uiWords } from '#wording/ui';
import { People } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, type Choice, Combobox, Dialog, Field, FieldInput } from '../ui/index.ts';
import { withRule, withoutRule, type RuleScope } from './rule-edit.ts';
import { CLASSES, isOfUnit, rulesWith, type RuleLine } from './rule-lines.ts';
import {
  asksAmount,
  readRule,
  typedRule,
  waysOf,
  type TypedRule,
  type TypedRung,
  type TypedThreshold,
} from './typed-rule.ts';

const ROLES = [
  ...['reception', 'processing', 'clerk', 'head', 'director', 'viceChair'],
  ...['reporter', 'dataOfficer', 'admin'],
] as const;

const MOST = 10;

const at = <Item>(list: readonly Item[], place: number, item: Item): readonly Item[] =>
  list.map((each, index) => (index === place ? item : each));

const valueOf = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLSelectElement).value;

/** One rule being changed: for which dossiers, at which thresholds, and who is told in which order. */
@Component({
  selector: 'mc-rule-editor',
  imports: [Button, Combobox, Dialog, Field, FieldInput],
  templateUrl: './rule-editor.html',
  styleUrl: './rule-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleEditor {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);
  readonly #problems = injectWords(problemWording);
  readonly #people = inject(People);
  protected readonly words = injectWords(alertRuleWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly classes = CLASSES;
  protected readonly asksAmount = asksAmount;
  protected readonly most = MOST;

  /** What the rules stand on, and what is set over it by now. */
  readonly told = input.required<Parameters<typeof rulesWith>[0]>();
  readonly settings = input.required<AlertSettings>();
  readonly procedures = input.required<readonly Choice[]>();
  readonly changed = output<AlertSettings>();

  protected readonly line = signal<RuleLine | undefined>(undefined);
  protected readonly typed = signal<TypedRule>({ enabled: true, thresholds: [], ladder: [] });
  protected readonly procedureCode = signal<string | undefined>(undefined);
  protected readonly chosen = signal<ReadonlySet<AllowanceClass>>(new Set());
  protected readonly tried = signal(false);

  protected readonly isOfUnit = computed(() => isOfUnit(this.line()?.kind ?? 'dossier.new'));
  protected readonly ways = computed((): readonly Threshold['at'][] => {
    const kind = this.line()?.kind;
    return kind === undefined ? [] : waysOf(kind);
  });
  protected readonly heading = computed(() => {
    const kind = this.line()?.kind;
    return kind === undefined ? '' : this.words().editOf(this.words().kinds[kind]);
  });
  protected readonly whom = computed((): readonly Choice[] => [
    { value: 'holder', label: this.words().editor.holder },
    ...ROLES.map((role) => ({ value: role, label: this.words().roles[role] })),
    ...this.#people.users().map(({ id, displayName }) => ({
      value: `user:${id}`,
      label: this.words().editor.person(displayName),
    })),
  ]);

  readonly #scope = computed((): RuleScope | undefined => {
    const kind = this.line()?.kind;
    if (kind === undefined) return undefined;
    const classes = CLASSES.filter((each) => this.chosen().has(each));
    return { kind, classes, procedureCode: this.procedureCode() ?? null };
  });
  readonly #next = computed((): AlertSettings | undefined => {
    const [scope, settings] = [this.#scope(), this.settings()];
    if (scope === undefined || scope.classes.length === 0) return undefined;
    return { ...settings, overrides: withRule(settings.overrides, scope, readRule(this.typed())) };
  });
  /** What the server would say of it, said before it is asked. */
  protected readonly refusal = computed(() => {
    const next = this.#next();
    if (next === undefined) return undefined;
    const checked = checkRules(rulesWith(this.told(), next));
    return checked.ok ? undefined : this.#problems()[checked.refusal.code];
  });

  begin(line: RuleLine): void {
    this.line.set(line);
    this.typed.set(typedRule(line.rule));
    this.procedureCode.set(line.procedureCode ?? undefined);
    this.chosen.set(new Set(line.classes));
    this.tried.set(false);
    afterNextRender(() => this.#show(), { injector: this.#injector });
  }

  protected choose(each: AllowanceClass): void {
    const chosen = new Set(this.chosen());
    if (!chosen.delete(each)) chosen.add(each);
    this.chosen.set(chosen);
  }

  protected enable(event: Event): void {
    const enabled = (event.target as HTMLInputElement).checked;
    this.typed.update((typed) => ({ ...typed, enabled }));
  }

  protected setThreshold(place: number, next: TypedThreshold): void {
    this.typed.update((typed) => ({ ...typed, thresholds: at(typed.thresholds, place, next) }));
  }

  protected setWay(place: number, amount: string, event: Event): void {
    const way = this.ways().find((each) => each === valueOf(event));
    if (way !== undefined) this.setThreshold(place, { at: way, amount });
  }

  protected setAmount(place: number, { at: way }: TypedThreshold, event: Event): void {
    this.setThreshold(place, { at: way, amount: valueOf(event) });
  }

  protected addThreshold(): void {
    const [way = 'moment'] = this.ways();
    this.typed.update((typed) => ({
      ...typed,
      thresholds: [...typed.thresholds, { at: way, amount: '' }],
    }));
  }

  protected removeThreshold(place: number): void {
    this.typed.update((typed) => ({ ...typed, thresholds: typed.thresholds.toSpliced(place, 1) }));
  }

  protected setWhom(place: number, { after }: TypedRung, event: Event): void {
    this.#setRung(place, { whom: valueOf(event), after });
  }

  protected setAfter(place: number, { whom }: TypedRung, event: Event): void {
    this.#setRung(place, { whom, after: valueOf(event) });
  }

  protected addRung(): void {
    this.typed.update((typed) => ({
      ...typed,
      ladder: [...typed.ladder, { whom: 'head', after: typed.ladder.at(-1)?.after ?? '0' }],
    }));
  }

  protected removeRung(place: number): void {
    this.typed.update((typed) => ({ ...typed, ladder: typed.ladder.toSpliced(place, 1) }));
  }

  protected apply(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const next = this.#next();
    if (next === undefined || this.refusal() !== undefined) return;
    this.changed.emit(next);
    this.dialog().close();
  }

  /** As everywhere again, for these dossiers. */
  protected standard(): void {
    const [scope, settings] = [this.#scope(), this.settings()];
    if (scope === undefined) return;
    this.changed.emit({ ...settings, overrides: withoutRule(settings.overrides, scope) });
    this.dialog().close();
  }

  #setRung(place: number, rung: TypedRung): void {
    this.typed.update((typed) => ({ ...typed, ladder: at(typed.ladder, place, rung) }));
  }

  #show(): void {
    this.dialog().open();
    this.#host.nativeElement.querySelector<HTMLElement>('select, input')?.focus();
  }
}
