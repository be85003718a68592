import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  output,
  viewChild,
} from '@angular/core';
import { type OfficerCommand, officerCommands } from '#contract/dossiers';
import type { DossierRefusal } from '#domain/dossier';
import { problemWording } from '#wording';
import { actWords, dossierWords } from '#wording/dossiers';
import { injectWords } from '../language/index.ts';
import { Button, Dialog } from '../ui/index.ts';
import { DossierHold, refusalText } from './dossier-hold.ts';

/** Mended from the timeline, where one sees what is mended. */
const ELSEWHERE: ReadonlySet<OfficerCommand> = new Set(['correct', 'void']);

/** Every act there is: those that can be done now, and why the others cannot. */
@Component({
  selector: 'mc-act-list',
  imports: [Button, Dialog],
  templateUrl: './act-list.html',
  styleUrl: './act-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActList {
  readonly #hold = inject(DossierHold);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly words = injectWords(dossierWords);
  protected readonly acts = injectWords(actWords);
  readonly #problems = injectWords(problemWording);
  readonly chosen = output<OfficerCommand>();

  readonly #chances = computed(() =>
    officerCommands.filter((type) => !ELSEWHERE.has(type)).map((type) => this.#hold.chanceOf(type)),
  );
  protected readonly possible = computed(() =>
    this.#chances().filter(({ code }) => code === undefined),
  );
  /** One reason, told once for all acts it forbids. */
  protected readonly refused = computed(() => {
    const why = new Map<DossierRefusal, OfficerCommand[]>();
    for (const { code, type } of this.#chances()) {
      if (code !== undefined) why.set(code, [...(why.get(code) ?? []), type]);
    }
    return [...why].map(([code, types]) => ({
      text: refusalText(this.#problems(), code),
      names: types.map((type) => this.acts().names[type]).join(', '),
    }));
  });

  open(): void {
    this.dialog().open();
  }

  protected choose(type: OfficerCommand): void {
    this.dialog().close();
    this.chosen.emit(type);
  }
}
