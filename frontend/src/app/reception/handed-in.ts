import {
  ApplicationRef,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import { componentKinds } from '#contract/procedures';
import { receptionWords } from '#wording/reception';
import { injectWords } from '../language/index.ts';
import { Button, Icon } from '../ui/index.ts';
import { type TypedComponent, handedIn } from './receipt-draft.ts';

const ADDED: TypedComponent = {
  ...{ name: '', kind: 'original', copies: '1' },
  ...{ isHere: true, isAdded: true },
};

/** *Thành phần hồ sơ*: what lies on the desk; the slip prints it. */
@Component({
  selector: 'mc-handed-in',
  imports: [Button, Icon],
  templateUrl: './handed-in.html',
  styleUrl: './handed-in.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HandedIn {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #app = inject(ApplicationRef);
  readonly #words = injectWords(receptionWords);
  protected readonly words = computed(() => this.#words().components);
  protected readonly kinds = componentKinds;
  readonly components = input.required<readonly TypedComponent[]>();
  readonly fault = input<string>();
  readonly changed = output<readonly TypedComponent[]>();

  protected readonly summary = computed(() => {
    const { title, none, count } = this.words();
    const here = handedIn(this.components()).length;
    return `${title}: ${here === 0 ? none : count(here)}`;
  });

  protected change(place: number, changes: Partial<TypedComponent>): void {
    this.changed.emit(
      this.components().map((each, at) => (at === place ? { ...each, ...changes } : each)),
    );
  }

  protected add(): void {
    this.changed.emit([...this.components(), ADDED]);
    // Drawn before this press is over: what is typed next goes into the new line from its first letter.
    this.#app.tick();
    this.#host.nativeElement.querySelector<HTMLElement>('li:last-child input')?.focus();
  }

  protected remove(place: number): void {
    this.changed.emit(this.components().filter((_each, at) => at !== place));
  }

  protected kindIn(event: Event): TypedComponent['kind'] {
    const { value } = event.target as HTMLSelectElement;
    return componentKinds.find((kind) => kind === value) ?? 'original';
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected isChecked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }
}
