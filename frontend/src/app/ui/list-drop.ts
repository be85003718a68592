import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Button } from './button.ts';
import { type GivenList, pastedList } from './given-list.ts';
import { Icon } from './icon.ts';
import { Kbd } from './kbd.ts';

export interface DropWords {
  readonly choose: string;
  readonly formats: string;
  /** What a pasted table is called: it has no file's name. */
  readonly pasted: string;
  readonly template: { readonly hint: string };
}

/** A file to fill in. */
export interface ListTemplate {
  readonly label: string;
  readonly href: string;
}

/** Where a list is dropped or chosen; a table copied from another page is pasted anywhere while this is shown. */
@Component({
  selector: 'mc-list-drop',
  imports: [Button, Icon, Kbd],
  templateUrl: './list-drop.html',
  styleUrl: './list-drop.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '[class.over]': 'isOver()',
    '(dragover)': 'over($event, true)',
    '(dragleave)': 'over($event, false)',
    '(drop)': 'dropped($event)',
    '(document:paste)': 'pasted($event)',
  },
})
export class ListDrop {
  readonly text = input.required<string>();
  readonly words = input.required<DropWords>();
  readonly templates = input.required<readonly ListTemplate[]>();
  readonly given = output<GivenList>();

  protected readonly isOver = signal(false);
  protected readonly chooser = viewChild.required<ElementRef<HTMLInputElement>>('chooser');

  choose(): void {
    this.chooser().nativeElement.click();
  }

  protected over(event: DragEvent, isOver: boolean): void {
    event.preventDefault();
    this.isOver.set(isOver);
  }

  protected dropped(event: DragEvent): void {
    this.over(event, false);
    this.#take(event.dataTransfer?.files[0]);
  }

  protected chosen(event: Event): void {
    const box = event.target as HTMLInputElement;
    this.#take(box.files?.[0]);
    // The same file may be chosen again, once it was mended.
    box.value = '';
  }

  protected pasted(event: ClipboardEvent): void {
    const isTyping = (event.target as HTMLElement | null)?.closest('input, textarea, select');
    if (isTyping || event.clipboardData === null) return;
    const given = pastedList(event.clipboardData, this.words().pasted);
    if (given !== undefined) this.given.emit(given);
  }

  #take(file: File | undefined): void {
    if (file !== undefined) this.given.emit({ name: file.name, file });
  }
}
