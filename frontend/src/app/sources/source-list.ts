import {
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { SetSources, Source, Sources } from '#contract/sources';
import { sourceWords } from '#wording/sources';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import { Badge, Button, Field, FieldInput, Kbd } from '../ui/index.ts';
import { SourceDialog, type SaidSource } from './source-dialog.ts';

type Wanted = Pick<SetSources, 'items' | 'staleAfter'>;

const saidOf = ({ code, name, page, rank }: Source): SaidSource => ({
  ...{ code, name: name === code ? null : name, page, isAskedFirst: rank !== null },
});

/** The systems dossiers come from, in the order in which they are asked. */
@Component({
  selector: 'mc-source-list',
  imports: [Badge, Button, Field, FieldInput, Kbd, SourceDialog],
  templateUrl: './source-list.html',
  styleUrl: './source-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SourceList {
  protected readonly words = injectWords(sourceWords);
  protected readonly numberText = numberText;
  protected readonly readMoment = readMoment;
  protected readonly dialog = viewChild.required(SourceDialog);
  readonly told = input.required<Sources>();
  readonly mayChange = input.required<boolean>();
  readonly busy = input(false);
  readonly wanted = output<Wanted>();

  protected readonly hours = linkedSignal(() => numberText(this.told().staleAfter));
  protected readonly tried = signal(false);
  protected readonly typedHours = computed(() => {
    const hours = Number(this.hours().trim().replace(',', '.'));
    return this.hours().trim() !== '' && hours >= 0.25 && hours <= 80 ? hours : undefined;
  });
  protected readonly isNewAge = computed(() => this.typedHours() !== this.told().staleAfter);
  protected readonly ranked = computed(
    () => this.told().items.filter(({ rank }) => rank !== null).length,
  );

  constructor() {
    injectShortcut(
      'n',
      computed(() => this.words().keys.add),
      () => {
        if (this.mayChange()) this.dialog().open();
      },
    );
  }

  protected typed(event: Event): void {
    this.hours.set((event.target as HTMLInputElement).value);
  }

  protected setAge(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const staleAfter = this.typedHours();
    if (staleAfter === undefined || this.busy()) return;
    this.wanted.emit({ staleAfter, items: this.told().items.map(saidOf) });
  }

  protected move(at: number, by: -1 | 1): void {
    const items = this.told().items.map(saidOf);
    const [moved] = items.splice(at, 1);
    if (moved === undefined || this.busy()) return;
    items.splice(at + by, 0, moved);
    this.wanted.emit({ staleAfter: this.told().staleAfter, items });
  }

  protected take(said: SaidSource): void {
    const items = this.told().items.map(saidOf);
    const isKnown = items.some(({ code }) => code === said.code);
    const all = isKnown
      ? items.map((each) => (each.code === said.code ? said : each))
      : [...items, said];
    this.wanted.emit({ staleAfter: this.told().staleAfter, items: all });
  }
}
