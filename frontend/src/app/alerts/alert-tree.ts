import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  model,
  output,
  viewChild,
} from '@angular/core';
import { alertWords } from '#wording/alerts';
import { noticeWords } from '#wording/notices';
import { uiWords } from '#wording/ui';
import { OfficeCalendar, OfficeClock, Sources } from '../api/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { Badge, Icon, nextId } from '../ui/index.ts';
import type { AlertLine } from './alert-lines.ts';
import { lookOf, momentOf, sentenceOf } from './alert-looks.ts';
import { timeWords } from './time-words.ts';

/** Lines of alerts as a tree with one stop of the keyboard: a dossier's own behind its gravest. */
@Component({
  selector: 'mc-alert-tree',
  imports: [Badge, Icon],
  templateUrl: './alert-tree.html',
  styleUrl: './alert-tree.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AlertTree {
  readonly #sources = inject(Sources);
  readonly #clock = inject(OfficeClock);
  readonly #calendar = inject(OfficeCalendar).current;
  readonly #notices = injectWords(noticeWords);
  protected readonly words = injectWords(alertWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly tree = viewChild.required<ElementRef<HTMLElement>>('tree');
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly id = nextId('alerts');

  readonly lines = input.required<readonly AlertLine[]>();
  readonly expanded = input.required<ReadonlySet<string>>();
  readonly gone = input<ReadonlySet<string>>(new Set());
  readonly selectable = input(true);
  readonly active = model<string>();
  readonly selected = model<ReadonlySet<string>>(new Set());
  readonly turned = output<string>();
  readonly opened = output<AlertLine>();

  protected readonly drawn = computed(() =>
    this.lines().map((line) => ({ ...line, ...this.#saidOf(line) })),
  );
  protected readonly activeAt = computed(() =>
    this.lines().findIndex(({ key }) => key === this.active()),
  );
  protected readonly activeElement = computed(() =>
    this.activeAt() < 0 ? null : `${this.id}-${this.activeAt()}`,
  );

  focus(): void {
    this.tree().nativeElement.focus();
  }

  step(by: number): void {
    this.#goTo(this.activeAt() + by);
  }

  protected enter(): void {
    if (this.activeAt() < 0) this.#goTo(0);
  }

  protected press(event: KeyboardEvent): void {
    const line = this.lines()[this.activeAt()];
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => this.step(1),
      ArrowUp: () => this.step(-1),
      Home: () => this.#goTo(0),
      End: () => this.#goTo(this.lines().length - 1),
      ArrowRight: () => this.#turn(line, false),
      ArrowLeft: () => this.#turn(line, true),
      ' ': () => this.#toggle(line),
      Enter: () => this.#open(line),
    };
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  protected pick(line: AlertLine, event: MouseEvent): void {
    this.active.set(line.key);
    if (event.ctrlKey || event.metaKey) this.#toggle(line);
    else this.opened.emit(line);
  }

  protected tick(line: AlertLine, event: Event): void {
    event.stopPropagation();
    this.active.set(line.key);
    this.#toggle(line);
  }

  protected turn(line: AlertLine, event: Event): void {
    event.stopPropagation();
    this.turned.emit(line.key);
  }

  protected isSelected({ alerts }: AlertLine): boolean {
    return alerts.every(({ id }) => this.selected().has(id));
  }

  #saidOf(line: AlertLine) {
    const { head, isBundle, alerts } = line;
    const [words, ui] = [this.words(), this.ui()];
    const name = (source: string): string => this.#sources.nameOf(source);
    return {
      look: lookOf(head, words),
      text: isBundle
        ? this.#notices().deskLine(alerts.length, momentOf(head.dueAt))
        : sentenceOf(head, this.#notices(), name),
      time: timeWords(head, { now: this.#clock.now(), calendar: this.#calendar(), ui }),
      asOf: head.asOf === null ? '' : words.asOf(readMoment(head.asOf)),
      others: this.#othersOf(line),
    };
  }

  #othersOf({ hidden, isBundle }: AlertLine): string {
    const [words, count] = [this.words(), numberText(hidden)];
    if (hidden === 0) return '';
    return isBundle ? words.bundle(count) : words.others(count);
  }

  #open(line: AlertLine | undefined): void {
    if (line !== undefined) this.opened.emit(line);
  }

  #turn(line: AlertLine | undefined, isOpen: boolean): void {
    if (line === undefined || line.hidden === 0) return;
    if (this.expanded().has(line.key) === isOpen) this.turned.emit(line.key);
  }

  #toggle(line: AlertLine | undefined): void {
    if (line === undefined || !this.selectable()) return;
    const isSelected = this.isSelected(line);
    this.selected.update((before) => {
      const after = new Set(before);
      for (const { id } of line.alerts)
        if (isSelected) after.delete(id);
        else after.add(id);
      return after;
    });
  }

  #goTo(at: number): void {
    const line = this.lines()[Math.min(Math.max(at, 0), this.lines().length - 1)];
    if (line === undefined) return;
    this.active.set(line.key);
    const place = this.lines().indexOf(line);
    const row = this.#host.nativeElement.querySelector(`#${this.id}-${place}`);
    row?.scrollIntoView({ block: 'nearest' });
  }
}
