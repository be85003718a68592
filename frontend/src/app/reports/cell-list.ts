import {
  ChangeDetectionStrategy,
  Component,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { dossierPageSchema, type DossierItem } from '#contract/dossiers';
import { reportWords } from '#wording/reports';
import { ApiClient, PagedList, People } from '../api/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { Button, Notice, StateBadge, Waiting } from '../ui/index.ts';
import type { OpenedCell } from './cell.ts';

const PAGE = 50;

/** The dossiers behind a number, below the table they were opened from. */
@Component({
  selector: 'mc-cell-list',
  imports: [Button, Notice, RouterLink, StateBadge, Waiting],
  templateUrl: './cell-list.html',
  styleUrl: './cell-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CellList {
  readonly #api = inject(ApiClient);
  readonly #people = inject(People);
  protected readonly words = injectWords(reportWords);
  protected readonly readMoment = readMoment;
  protected readonly numberText = numberText;
  readonly cell = input.required<OpenedCell>();
  readonly close = output();

  protected readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');

  protected readonly list = new PagedList<DossierItem>((cursor, abort) => {
    const { path, query } = this.cell();
    return this.#api.read(path, dossierPageSchema, {
      query: { ...query, limit: PAGE, cursor },
      abort,
    });
  });

  constructor() {
    effect(() => {
      this.cell();
      untracked(() => void this.#show());
    });
  }

  /** Whoever pressed a number is shown its list, the table staying in sight as far as it can. */
  async #show(): Promise<void> {
    await this.list.reload();
    this.panel().nativeElement.scrollIntoView({ block: 'nearest' });
  }

  protected codeOf({ officialCode, code }: DossierItem): string {
    return officialCode ?? code;
  }

  protected holderOf({ holder }: DossierItem): string {
    const { userId, departmentCode, agency } = holder ?? {};
    const name = agency ?? this.#people.nameOf(userId);
    return name ?? this.#people.departmentOf(departmentCode) ?? '–';
  }
}
