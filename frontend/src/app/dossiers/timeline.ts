import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { happenedWords } from '#wording/dossiers';
import { People, Sources } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Badge, Button } from '../ui/index.ts';
import type { Entry } from './timeline-entries.ts';
import { type Codes, type Line, entryLines } from './entry-lines.ts';

const FOLDED = 240;

interface Shown extends Entry {
  readonly title: string;
  readonly who: string;
  readonly lines: readonly (Line & { readonly isLong: boolean })[];
  readonly due: string | undefined;
}

/** What happened, newest first: when, when it was entered, by whom; mistakes stay readable. */
@Component({
  selector: 'mc-timeline',
  imports: [Badge, Button],
  templateUrl: './timeline.html',
  styleUrl: './timeline.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Timeline {
  readonly #people = inject(People);
  readonly #sources = inject(Sources);
  protected readonly words = injectWords(happenedWords);
  protected readonly readMoment = readMoment;
  readonly entries = input.required<readonly Entry[]>();
  /** What codes mean: steps, reasons, variants, people. */
  readonly codes = input.required<Codes>();
  /** Whether mistakes may be mended by whoever looks. */
  readonly mendable = input(false);
  readonly labels = input.required<{ readonly amend: string; readonly takeBack: string }>();
  readonly amended = output<Entry>();
  readonly takenBack = output<Entry>();
  protected readonly unfolded = signal<ReadonlySet<string>>(new Set());

  protected readonly shown = computed<readonly Shown[]>(() =>
    this.entries().map((entry) => ({
      ...entry,
      title: this.#titleOf(entry),
      who: this.#whoOf(entry),
      lines: entryLines(entry, this.words(), this.codes()).map((line) => ({
        ...line,
        isLong: line.text.length > FOLDED,
      })),
      due: this.#dueOf(entry),
    })),
  );

  protected isMendable({ event, voidedBy }: Entry): boolean {
    return this.mendable() && voidedBy === undefined && event.version > 0;
  }

  protected toggle(name: string): void {
    this.unfolded.update((before) => {
      const after = new Set(before);
      if (!after.delete(name)) after.add(name);
      return after;
    });
  }

  #nameOf(type: string): string {
    return this.words().names[type] ?? type;
  }

  #titleOf({ event, type, about }: Entry): string {
    const words = this.words();
    if (event.type !== type) return words.inserted(this.#nameOf(type));
    if (about === undefined) return this.#nameOf(type);
    const other = this.entries().find((each) => each.event.version === about);
    const name = this.#nameOf(other?.type ?? '');
    return `${this.#nameOf(type)}: ${words.struck(name, about)}`;
  }

  #whoOf({ event: { actor, source } }: Entry): string {
    const words = this.words();
    if (source !== undefined) return words.bySource(this.#sources.nameOf(source));
    if (actor.kind === 'import') return words.byImport;
    if (actor.kind === 'system') return words.byProduct;
    const name = this.#people.nameOf(actor.id) ?? words.someone;
    const absent = actor.standsInFor;
    if (absent === undefined) return name;
    return `${name}, ${words.inPlaceOf(this.#people.nameOf(absent) ?? words.someone)}`;
  }

  #dueOf({ event: { dueAt } }: Entry): string | undefined {
    if (dueAt === undefined) return undefined;
    return dueAt === null ? this.words().duePaused : this.words().newDue(readMoment(dueAt));
  }
}
