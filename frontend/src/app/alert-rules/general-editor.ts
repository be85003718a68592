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
import type { AlertSettings } from '#contract/alerts';
import { checkRules, type RuleRefusal } from '#domain/alert';
import { problemWording } from '#wording';
import { alertRuleWords } from '#wording/alert-rules';
import { uiWords } from '#wording/ui';
import { injectWords } from '../language/index.ts';
import { Button, Dialog, Field, FieldInput } from '../ui/index.ts';
import { rulesWith } from './rule-lines.ts';

/** `15:00, 16:30` as a list; what is no time is found by the rules. */
const timesIn = (text: string): readonly string[] =>
  text
    .split(/[,;\s]+/)
    .filter((each) => each !== '')
    .map((each) => each.padStart(5, '0'));

/** What holds for all kinds: when a desk gets its line, and how long the holder has to answer. */
@Component({
  selector: 'mc-general-editor',
  imports: [Button, Dialog, Field, FieldInput],
  template: `<mc-dialog [heading]="words().general.heading" (closed)="isOpen.set(false)">
    @if (isOpen()) {
      <form id="mc-general-rules" (submit)="apply($event)" novalidate>
        <mc-field
          [label]="words().general.bundleLabel"
          [hint]="words().general.bundleHint"
          [fault]="fault('not-a-time-of-day')"
        >
          <input mcInput maxlength="60" [value]="times()" (input)="times.set(textOf($event))" />
        </mc-field>
        <mc-field [label]="words().general.voiceLabel" [fault]="voiceFault()">
          <input
            mcInput
            inputmode="numeric"
            maxlength="5"
            [value]="minutes()"
            (input)="minutes.set(textOf($event))"
          />
        </mc-field>
      </form>
    }
    <ng-container mcDialogActions>
      <button mcButton (click)="dialog().close()">{{ ui().cancel }}</button>
      <button mcButton type="submit" form="mc-general-rules" kind="primary">
        {{ words().editor.apply }}
      </button>
    </ng-container>
  </mc-dialog>`,
  styles: `
    form {
      display: grid;
      gap: var(--s4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GeneralEditor {
  readonly #problems = injectWords(problemWording);
  readonly #injector = inject(Injector);
  protected readonly words = injectWords(alertRuleWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly dialog = viewChild.required(Dialog);

  readonly told = input.required<Parameters<typeof rulesWith>[0]>();
  readonly settings = input.required<AlertSettings>();
  readonly changed = output<AlertSettings>();

  protected readonly isOpen = signal(false);
  protected readonly times = signal('');
  protected readonly minutes = signal('');
  protected readonly tried = signal(false);

  readonly #next = computed((): AlertSettings => {
    const minutes = /^\d+$/.test(this.minutes().trim()) ? Number(this.minutes()) : -1;
    return { ...this.settings(), bundleAt: timesIn(this.times()), voiceMinutes: minutes };
  });
  readonly #refusal = computed(() => {
    const checked = checkRules(rulesWith(this.told(), this.#next()));
    return checked.ok ? undefined : checked.refusal.code;
  });
  /** Anything that is not about the times is about the minutes. */
  protected readonly voiceFault = computed(() => {
    const code = this.#refusal();
    return code === undefined || code === 'not-a-time-of-day' ? undefined : this.fault(code);
  });

  begin(): void {
    this.times.set(this.settings().bundleAt.join(', '));
    this.minutes.set(String(this.settings().voiceMinutes));
    this.tried.set(false);
    this.isOpen.set(true);
    afterNextRender(() => this.dialog().open(), { injector: this.#injector });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected fault(code: RuleRefusal): string | undefined {
    const isIt = this.tried() && this.#refusal() === code;
    return isIt ? this.#problems()[code].detail : undefined;
  }

  protected apply(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.#refusal() !== undefined) return;
    this.changed.emit(this.#next());
    this.dialog().close();
  }
}
