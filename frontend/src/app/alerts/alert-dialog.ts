import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { difficultyKinds } from '#contract/dossiers';
import type { Instant } from '#domain/working-time';
import { alertWords } from '#wording/alerts';
import { uiWords } from '#wording/ui';
import { OfficeCalendar, OfficeClock } from '../api/index.ts';
import { injectWords, momentText, numberText } from '../language/index.ts';
import { Button, Dialog, Field, FieldInput } from '../ui/index.ts';
import { type SnoozePreset, snoozePresets } from './snooze-presets.ts';

export type Asked = (
  | { readonly act: 'acknowledge'; readonly count: number }
  | { readonly act: 'snooze' }
  | { readonly act: 'answer' }
) & {
  /** What it is about, where that is not in sight beside it. */
  readonly about?: string;
};

export type Told =
  | { readonly act: 'acknowledge'; readonly text: string }
  | { readonly act: 'snooze'; readonly until: Instant; readonly text: string }
  | { readonly act: 'answer'; readonly kind: string; readonly text: string };

/** What an act upon an alert has to be told: a reason, a moment, a difficulty. Enter does it. */
@Component({
  selector: 'mc-alert-dialog',
  imports: [Button, Dialog, Field, FieldInput],
  templateUrl: './alert-dialog.html',
  styleUrl: './alert-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AlertDialog {
  readonly #clock = inject(OfficeClock);
  readonly #calendar = inject(OfficeCalendar).current;
  readonly #injector = inject(Injector);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly words = injectWords(alertWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly kinds = difficultyKinds;
  protected readonly asked = signal<Asked | undefined>(undefined);
  protected readonly presets = signal<readonly SnoozePreset[]>([]);
  protected readonly until = signal<Instant | undefined>(undefined);
  protected readonly kind = signal('');
  protected readonly text = signal('');
  protected readonly tried = signal(false);
  readonly told = output<Told>();

  protected readonly heading = computed(() => {
    const [asked, words] = [this.asked(), this.words()];
    if (asked?.act === 'acknowledge') {
      return asked.count > 1 ? words.acknowledgeMany(numberText(asked.count)) : words.acknowledge;
    }
    return asked?.act === 'answer' ? words.sayDifficulty : words.snooze;
  });

  open(asked: Asked): void {
    const [now, calendar] = [this.#clock.now(), this.#calendar()];
    const known = now !== undefined && calendar !== undefined;
    this.presets.set(known ? snoozePresets(calendar, now) : []);
    this.until.set(this.presets()[0]?.at);
    this.kind.set('');
    this.text.set('');
    this.tried.set(false);
    this.asked.set(asked);
    afterNextRender(
      () => {
        this.dialog().open();
        this.#host.nativeElement.querySelector<HTMLElement>('[data-first]')?.focus();
      },
      { injector: this.#injector },
    );
  }

  protected say({ name }: SnoozePreset, at: Instant): string {
    return this.words().presets[name](momentText(at));
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const told = this.#told();
    if (told === undefined) return;
    this.dialog().close();
    this.told.emit(told);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  #told(): Told | undefined {
    const [text, until, kind] = [this.text(), this.until(), this.kind()];
    const act = this.asked()?.act;
    if (act === 'acknowledge') return { act, text };
    if (act === 'snooze') return until === undefined ? undefined : { act, until, text };
    return act === undefined || kind === '' ? undefined : { act, kind, text };
  }
}
