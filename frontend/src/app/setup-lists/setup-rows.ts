import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import type { SetupListAnswer, SetupListItem } from '#contract/imports';
import { setupListsWords, type SetupListsWords } from '#wording/setup-lists';
import { injectWords, numberText } from '../language/index.ts';
import { Badge, Button, Code } from '../ui/index.ts';

const AT_A_TIME = 200;

const looks = {
  wrong: ['overdue', 'overdue'],
  changed: ['near', 'alert'],
  new: ['finished', 'plus'],
  unchanged: ['plain', 'check'],
} as const;

const ORDER = Object.keys(looks);

/** What each row does, or would do: what needs eyes stands first. */
@Component({
  selector: 'mc-setup-rows',
  imports: [Badge, Button, Code],
  templateUrl: './setup-rows.html',
  styleUrl: '../ui/list-rows.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetupRows {
  protected readonly words = injectWords(setupListsWords);
  protected readonly numberText = numberText;
  protected readonly looks = looks;

  readonly told = input.required<SetupListAnswer>();
  readonly #rows = computed(() =>
    this.told()
      .items.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.line - b.line)
      .map((row) => ({ row, becomes: becomesOf(row, this.words()) })),
  );
  readonly #most = linkedSignal({ source: this.told, computation: () => AT_A_TIME });
  protected readonly shown = computed(() => this.#rows().slice(0, this.#most()));
  protected readonly isCut = computed(() => this.shown().length < this.#rows().length);

  protected more(): void {
    this.#most.update((most) => most + AT_A_TIME);
  }
}

const becomesOf = (
  { kind, changed, faults }: SetupListItem,
  words: SetupListsWords,
): readonly string[] => {
  if (kind === 'wrong') {
    return faults.map(({ column, value, reason }) =>
      [column, value === null ? '' : ` “${value}”`, column === '' ? reason : `: ${reason}`].join(
        '',
      ),
    );
  }
  if (kind !== 'changed') return [];
  const names = new Map(Object.entries(words.changed));
  const text = changed.map((member) => names.get(member) ?? member).join(', ');
  return [text === '' ? words.reconciledOnly : text];
};
