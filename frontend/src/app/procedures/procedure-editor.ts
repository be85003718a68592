import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { NewProcedureVersion, Procedure } from '#contract/procedures';
import { dayOf, formatDay } from '#domain/working-time';
import { procedureWords } from '#wording/procedures';
import { uiWords } from '#wording/ui';
import { OfficeClock, People } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { Button, DayInput, Dialog, Field, FieldInput, nextId } from '../ui/index.ts';
import { AllowanceInput } from './allowance-input.ts';
import { ChoiceFields } from './choice-fields.ts';
import { ComponentList } from './component-list.ts';
import { changesIn, tightestHours } from './procedure-text.ts';
import {
  FLAGS,
  LIMIT_NAMES,
  allowanceFault,
  changesOf,
  feeFault,
  freshKey,
  hasFault,
  hoursFault,
  nameFault,
  readLimits,
  totalHours,
  typedProcedure,
  type LimitName,
  type TypedAllowance,
  type TypedFault,
  type TypedProcedure,
  type TypedStep,
  type TypedVariant,
  type VersionChanges,
} from './typed-procedure.ts';

const NEW_STEP = { name: '', role: 'processing', departmentCode: '', hours: '' } as const;
const NEW_VARIANT = { label: '', allowance: { kind: 'workingDays', amount: '' } } as const;

/** A new version as a form: its steps are added up beside the limit while they are typed. */
@Component({
  selector: 'mc-procedure-editor',
  imports: [
    ...[AllowanceInput, Button, ChoiceFields, ComponentList, DayInput, Dialog],
    ...[Field, FieldInput],
  ],
  templateUrl: './procedure-editor.html',
  styleUrl: './procedure-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProcedureEditor {
  readonly #injector = inject(Injector);
  readonly #clock = inject(OfficeClock);
  readonly #people = inject(People);
  protected readonly words = injectWords(procedureWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly formId = nextId('procedure');
  protected readonly limitNames = LIMIT_NAMES;
  protected readonly flags = FLAGS;

  readonly known = input.required<Procedure>();
  readonly saving = input(false);
  readonly saved = output<NewProcedureVersion>();

  protected readonly typed = signal<TypedProcedure | undefined>(undefined);
  protected readonly effectiveFrom = signal('');
  protected readonly tried = signal(false);

  protected readonly departments = this.#people.departments;
  protected readonly roles = computed(() => Object.entries(this.words().roles));
  readonly #today = computed(() => {
    const now = this.#clock.now();
    return now === undefined ? '' : formatDay(dayOf(now));
  });
  protected readonly pastFault = computed(() =>
    this.effectiveFrom() < this.#today() ? this.words().editor.fault.past : undefined,
  );
  readonly #changes = computed((): VersionChanges => {
    const typed = this.typed();
    return typed === undefined ? {} : changesOf(this.known(), typed);
  });
  protected readonly changes = computed(() =>
    changesIn(this.known(), this.#changes(), this.words()),
  );
  protected readonly sum = computed(() => {
    const typed = this.typed();
    if (typed === undefined || typed.steps.length === 0) return undefined;
    const { editor } = this.words();
    const text = (hours: number): string => numberText(hours, Number.isInteger(hours) ? 0 : 1);
    const [total, tightest] = [totalHours(typed), tightestHours(readLimits(typed.limits))];
    const isLimited = Object.keys(readLimits(typed.limits)).length > 0;
    if (tightest === undefined) {
      const note = isLimited ? editor.incomparable : '';
      return { isOver: false, text: `${editor.total(text(total))} ${note}` };
    }
    const isOver = total > tightest;
    const rest = text(Math.abs(tightest - total));
    const compared = (isOver ? editor.over : editor.within)(text(tightest), rest);
    return { isOver, text: `${editor.total(text(total))} ${compared}` };
  });

  begin(): void {
    this.typed.set(typedProcedure(this.known()));
    this.effectiveFrom.set(this.#today());
    this.tried.set(false);
    afterNextRender(() => this.dialog().open(), { injector: this.#injector });
  }

  close(): void {
    this.dialog().close();
  }

  protected set(change: Partial<TypedProcedure>): void {
    this.typed.update((typed) => typed && { ...typed, ...change });
  }

  protected setStep(place: number, change: Partial<TypedStep>): void {
    const steps = this.typed()?.steps ?? [];
    this.set({ steps: steps.map((step, at) => (at === place ? { ...step, ...change } : step)) });
  }

  protected addStep(): void {
    const steps = this.typed()?.steps ?? [];
    this.set({ steps: [...steps, { ...NEW_STEP, key: freshKey('buoc', steps) }] });
  }

  protected removeStep(place: number): void {
    this.set({ steps: (this.typed()?.steps ?? []).filter((_step, at) => at !== place) });
  }

  protected setVariant(place: number, change: Partial<TypedVariant>): void {
    const variants = this.typed()?.variants ?? [];
    this.set({
      variants: variants.map((each, at) => (at === place ? { ...each, ...change } : each)),
    });
  }

  protected addVariant(): void {
    const variants = this.typed()?.variants ?? [];
    this.set({ variants: [...variants, { ...NEW_VARIANT, key: freshKey('rieng', variants) }] });
  }

  protected removeVariant(place: number): void {
    this.set({ variants: (this.typed()?.variants ?? []).filter((_each, at) => at !== place) });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected roleOf(event: Event): TypedStep['role'] {
    return this.textOf(event) as TypedStep['role'];
  }

  protected isChecked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected faultOf(kind: 'name' | 'hours' | 'fee', text: string): string | undefined {
    const found = { name: nameFault, hours: hoursFault, fee: feeFault }[kind](text);
    return this.wordsOf(found);
  }

  protected wordsOf(fault: TypedFault | undefined): string | undefined {
    return this.tried() && fault !== undefined ? this.words().editor.fault[fault] : undefined;
  }

  protected limitFault({ limits }: TypedProcedure, name: LimitName): string | undefined {
    return this.wordsOf(allowanceFault(limits[name]));
  }

  protected setLimit({ limits }: TypedProcedure, name: LimitName, typed: TypedAllowance): void {
    this.set({ limits: { ...limits, [name]: typed } });
  }

  protected variantFault({ allowance }: TypedVariant): string | undefined {
    return this.wordsOf(allowanceFault(allowance));
  }

  protected setFlag({ flags }: TypedProcedure, flag: (typeof FLAGS)[number], is: boolean): void {
    this.set({ flags: { ...flags, [flag]: is } });
  }

  /** A department that another unit has, or that is gone: it stays until another is chosen. */
  protected isForeign(code: string): boolean {
    return code !== '' && !this.departments().some((each) => each.code === code);
  }

  protected save(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const typed = this.typed();
    if (typed === undefined || hasFault(typed) || this.pastFault() !== undefined) return;
    if (this.changes().length === 0) return;
    this.saved.emit({ ...this.#changes(), effectiveFrom: this.effectiveFrom() });
  }
}
