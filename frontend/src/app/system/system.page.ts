import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { systemPath, systemStatusSchema, type SystemStatus } from '#contract/system';
import { systemWords } from '#wording/system';
import { ApiClient, problemOf } from '../api/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import { Badge, Button, Kbd, Notice, Page, Waiting } from '../ui/index.ts';
import { CitizenMessageList } from './citizen-message-list.ts';
import { DeliveryList } from './delivery-list.ts';
import { statusLines } from './status-lines.ts';

/** *Hệ thống*: whether the product does by itself what it is to do by itself, and what did not leave it. */
@Component({
  selector: 'mc-system',
  imports: [Badge, Button, CitizenMessageList, DeliveryList, Kbd, Notice, Page, Waiting],
  templateUrl: './system.page.html',
  styleUrls: ['./tables.css', './system.page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SystemPage {
  readonly #api = inject(ApiClient);
  protected readonly words = injectWords(systemWords);
  protected readonly readMoment = readMoment;
  protected readonly numberText = numberText;

  protected readonly status = resource({
    loader: ({ abortSignal: abort }) => this.#api.read(systemPath, systemStatusSchema, { abort }),
  });
  protected readonly problem = computed(() => problemOf(this.status.error()));
  protected readonly told = computed((): SystemStatus | undefined =>
    this.status.hasValue() ? this.status.value() : undefined,
  );
  protected readonly lines = computed(() => {
    const told = this.told();
    return told === undefined ? [] : statusLines(told, this.words());
  });
  protected readonly isWell = computed(() => this.lines().every(({ isOk }) => isOk));

  constructor() {
    injectShortcut(
      'r',
      computed(() => this.words().keys.refresh),
      () => this.refresh(),
    );
  }

  protected refresh(): void {
    this.status.reload();
  }

  protected nameOf(job: string): string {
    return this.words().rounds.names[job] ?? job;
  }

  protected lastOf({ last }: SystemStatus['schedules'][number]): string {
    const { never, finished, unfinished } = this.words().schedules;
    if (last === null) return never;
    const became = last.isFinished ? finished : unfinished(last.tries);
    return `${readMoment(last.firesAt)}, ${became}`;
  }
}
