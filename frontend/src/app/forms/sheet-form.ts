import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { FormEditionAnswer } from '#contract/forms';
import type { FormEdition, FormPiece } from '#domain/form';
import { formWords } from '#wording/forms';
import { injectWords } from '../language/index.ts';
import { Button, Field, FieldInput } from '../ui/index.ts';
import {
  factsOf,
  faultsOf,
  keptText,
  nameOfPiece,
  shownText,
  withField,
  withText,
  wordedAs,
} from './edition-draft.ts';

/** One form, piece by piece: its words, and which lines of it are printed. */
@Component({
  selector: 'mc-sheet-form',
  imports: [Button, Field, FieldInput],
  templateUrl: './sheet-form.html',
  styleUrl: './sheet-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetForm {
  protected readonly words = injectWords(formWords);
  readonly told = input.required<FormEditionAnswer>();
  readonly draft = input.required<FormEdition>();
  readonly changed = output<FormEdition>();

  readonly #faults = computed(() => faultsOf(this.told().pieces, this.draft(), this.words()));
  protected readonly texts = computed(() => {
    const [words, draft, faults] = [this.words(), this.draft(), this.#faults()];
    return this.told()
      .pieces.filter(({ kind }) => kind !== 'field')
      .map((piece) => {
        const kept = wordedAs(piece, draft);
        return {
          ...{ piece, label: nameOfPiece(piece, words), fault: faults.get(piece.key) },
          shown: shownText(kept, words.facts),
          hint: this.#hintOf(piece),
          isOwn: kept !== piece.standard,
        };
      });
  });
  protected readonly fields = computed(() =>
    this.told().pieces.filter(({ kind }) => kind === 'field'),
  );

  protected isPrinted({ key }: FormPiece): boolean {
    return !this.draft().without.includes(key);
  }

  protected type({ key }: FormPiece, event: Event): void {
    const shown = (event.target as HTMLTextAreaElement).value;
    const text = keptText(shown, factsOf(this.told().pieces), this.words().facts);
    this.changed.emit(withText(this.told(), this.draft(), [key, text]));
  }

  protected restore({ key, standard }: FormPiece): void {
    this.changed.emit(withText(this.told(), this.draft(), [key, standard]));
  }

  protected tick({ key }: FormPiece, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.changed.emit(withField(this.draft(), key, checked));
  }

  #hintOf({ facts, kind, isMandatory }: FormPiece): string {
    const { words } = this;
    return [
      ...(facts.length > 0
        ? [words().filledIn(facts.map((fact) => words().facts[fact] ?? fact))]
        : []),
      ...(kind === 'lines' ? [words().linesHint] : []),
      ...(isMandatory ? [] : [words().emptyHint]),
    ].join(' ');
  }
}
