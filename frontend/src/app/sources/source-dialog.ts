import {
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { SetSources, Source } from '#contract/sources';
import { sourceNamed } from '#domain/import';
import { sourceWords } from '#wording/sources';
import { uiWords } from '#wording/ui';
import { injectWords } from '../language/index.ts';
import { Button, Dialog, Field, FieldInput } from '../ui/index.ts';

export type SaidSource = SetSources['items'][number];

/** What a system is called, where it shows dossiers, and whether it is asked first. */
@Component({
  selector: 'mc-source-dialog',
  imports: [Button, Dialog, Field, FieldInput],
  templateUrl: './source-dialog.html',
  styleUrl: './source-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SourceDialog {
  protected readonly words = injectWords(sourceWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly dialog = viewChild.required(Dialog);
  readonly known = input.required<readonly Source[]>();
  readonly said = output<SaidSource>();

  protected readonly source = signal<Source | undefined>(undefined);
  protected readonly name = signal('');
  protected readonly page = signal('');
  protected readonly isAskedFirst = signal(true);
  protected readonly tried = signal(false);
  protected readonly code = computed(() => this.source()?.code ?? sourceNamed(this.name()));
  protected readonly heading = computed(() => {
    const known = this.source();
    return known === undefined ? this.words().add : this.words().editing(known.name);
  });
  protected readonly faults = computed(() => {
    const { nameMissing, taken, pageWrong } = this.words();
    const page = this.page().trim();
    const isNew = this.source() === undefined;
    const isTaken = isNew && this.known().some(({ code }) => code === this.code());
    const unnamed = isNew && this.code() === '' ? nameMissing : undefined;
    return {
      name: isTaken ? taken : unnamed,
      page: page === '' || /^https?:\/\/\S+$/.test(page) ? undefined : pageWrong,
    };
  });

  open(source?: Source): void {
    this.source.set(source);
    // A name that is only the code is no name yet.
    this.name.set(source === undefined || source.name === source.code ? '' : source.name);
    this.page.set(source?.page ?? '');
    this.isAskedFirst.set(source === undefined || source.rank !== null);
    this.tried.set(false);
    this.dialog().open();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected choose(event: Event): void {
    this.isAskedFirst.set((event.target as HTMLInputElement).checked);
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (Object.values(this.faults()).some((fault) => fault !== undefined)) return;
    const [name, page] = [this.name().trim(), this.page().trim()];
    this.dialog().close();
    this.said.emit({
      ...{ code: this.code(), isAskedFirst: this.isAskedFirst() },
      ...{ name: name === '' ? null : name, page: page === '' ? null : page },
    });
  }
}
