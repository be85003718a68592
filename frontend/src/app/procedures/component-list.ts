import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { componentKinds } from '#contract/procedures';
import { procedureWords } from '#wording/procedures';
import { injectWords } from '../language/index.ts';
import { Button, Field, FieldInput } from '../ui/index.ts';
import { copiesFault, nameFault, type TypedComponent, type TypedFault } from './typed-procedure.ts';

const NEW: TypedComponent = { name: '', kind: 'original', copies: '1' };

/** *Thành phần hồ sơ*: the papers of a complete dossier, each with its form and how many. */
@Component({
  selector: 'mc-component-list',
  imports: [Button, Field, FieldInput],
  templateUrl: './component-list.html',
  styleUrl: './procedure-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComponentList {
  protected readonly words = injectWords(procedureWords);
  protected readonly kinds = computed(() =>
    componentKinds.map((kind) => [kind, this.words().componentKinds[kind]] as const),
  );

  readonly components = input.required<readonly TypedComponent[]>();
  /** Whether somebody has tried to save: before that nothing is a fault yet. */
  readonly tried = input(false);
  readonly changed = output<readonly TypedComponent[]>();

  protected set(place: number, change: Partial<TypedComponent>): void {
    this.changed.emit(
      this.components().map((each, at) => (at === place ? { ...each, ...change } : each)),
    );
  }

  protected add(): void {
    this.changed.emit([...this.components(), NEW]);
  }

  protected remove(place: number): void {
    this.changed.emit(this.components().filter((_each, at) => at !== place));
  }

  protected setKind(place: number, event: Event): void {
    const kind = componentKinds.find((each) => each === this.textOf(event));
    if (kind !== undefined) this.set(place, { kind });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected nameFaultOf({ name }: TypedComponent): string | undefined {
    return this.#wordsOf(nameFault(name));
  }

  protected copiesFaultOf({ copies }: TypedComponent): string | undefined {
    return this.#wordsOf(copiesFault(copies));
  }

  #wordsOf(fault: TypedFault | undefined): string | undefined {
    return this.tried() && fault !== undefined ? this.words().editor.fault[fault] : undefined;
  }
}
