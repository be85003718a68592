import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { stateWording } from '#wording';
import { uiWords } from '#wording/ui';
import { workWords } from '#wording/work';
import { ApiClient, Session } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { Button, Code, Dialog, Field, FieldInput, Icon, type IconName } from '../ui/index.ts';
import { codeOf } from './code-of.ts';
import { returnMethods } from './many-acts.ts';
import { type Scan, SlipBatch } from './slip-batch.ts';

export interface Scanned {
  readonly ids: readonly string[];
  readonly codes: ReadonlyMap<string, string>;
  readonly method: string;
}

const signs: Readonly<Record<Scan['kind'], IconName>> = {
  looking: 'clock',
  added: 'finished',
  twice: 'info',
  unknown: 'alert',
  'not-ready': 'alert',
  failed: 'overdue',
};

/** *Trả kết quả cả lô*: slips scanned one after another, handed over by one act. */
@Component({
  selector: 'mc-scan-return',
  imports: [Button, Code, Dialog, Field, FieldInput, Icon],
  templateUrl: './scan-return.html',
  styleUrl: './scan-return.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScanReturn {
  readonly #session = inject(Session);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  protected readonly words = injectWords(workWords);
  protected readonly ui = injectWords(uiWords);
  readonly #states = injectWords(stateWording);
  protected readonly batch = new SlipBatch(inject(ApiClient), () => this.#session.unit()?.id ?? 0);
  protected readonly methods = returnMethods;
  protected readonly method = signal<string>(returnMethods[0]);
  protected readonly codeOf = codeOf;
  protected readonly numberText = numberText;
  readonly handedOver = output<Scanned>();

  protected readonly said = computed(() => {
    const scan = this.batch.last();
    return scan && { icon: signs[scan.kind], kind: scan.kind, text: this.#textOf(scan) };
  });

  open(): void {
    this.dialog().open();
    this.box().nativeElement.focus();
  }

  protected scan(event: Event): void {
    event.preventDefault();
    const box = this.box().nativeElement;
    const scanned = box.value;
    // The next slip may come before this one has been looked up.
    box.value = '';
    void this.batch.add(scanned);
  }

  protected remove(id: string): void {
    this.batch.remove(id);
    this.box().nativeElement.focus();
  }

  protected handOver(): void {
    const slips = this.batch.slips();
    if (slips.length === 0) return;
    this.handedOver.emit({
      ids: slips.map(({ id }) => id),
      codes: new Map(slips.map((slip) => [slip.id, codeOf(slip)])),
      method: this.method(),
    });
    this.batch.clear();
    this.dialog().close();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLSelectElement).value;
  }

  #textOf(scan: Scan): string {
    const words = this.words().scan;
    if (scan.kind === 'not-ready') {
      return words.notReady(scan.code, this.#states()[scan.state].title);
    }
    return scan.kind === 'failed'
      ? `${scan.code}: ${scan.problem.title}. ${scan.problem.detail}`
      : words[scan.kind](scan.code);
  }
}
