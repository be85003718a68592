import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PrintedPeriod } from '#domain/report-check';
import { WaitingLine } from '../../platform/waiting-line/waiting-line.ts';
import type { FileTold, ReadingOrder, ReportChecked } from './told-file.ts';

const LIMITS = { atOnce: 2, waiting: 20 };
/** A report is read in a second; what takes so long is none. */
const PATIENCE_MS = 30_000;
const HEAP_MB = 256;

const UNREADABLE = { refused: 'report-file-unreadable' } as const;

// Tests run the sources, the product what was built of them.
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const thread = new URL(`reading-thread${extension}`, import.meta.url);

/** Reads reports beside the thread that answers requests; one that breaks its reader is unreadable. */
@Injectable()
export class ReportReader implements OnModuleDestroy {
  readonly #workers = new Set<Worker>();
  readonly #line = new WaitingLine(LIMITS);

  /** Pasted, or as a file: what in it does not agree with what. */
  check(report: Uint8Array | string): Promise<ReportChecked> {
    return this.#line.run(() => this.#read<ReportChecked>({ asks: 'check', report }));
  }

  forms(report: Uint8Array, period: PrintedPeriod): Promise<FileTold> {
    return this.#line.run(() => this.#read<FileTold>({ asks: 'forms', report, period }));
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  async #read<Told>(order: ReadingOrder): Promise<Told | typeof UNREADABLE> {
    const worker = new Worker(thread, {
      workerData: order,
      execArgv: extension === '.ts' ? ['--conditions=motcua'] : [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    this.#workers.add(worker);
    try {
      return await answerOf<Told>(worker);
    } finally {
      this.#workers.delete(worker);
      await worker.terminate();
    }
  }
}

const answerOf = <Told>(worker: Worker): Promise<Told | typeof UNREADABLE> =>
  new Promise((resolve) => {
    const patience = setTimeout(() => void worker.terminate(), PATIENCE_MS);
    const settle = (told: Told | typeof UNREADABLE) => {
      clearTimeout(patience);
      resolve(told);
    };
    worker.once('message', settle);
    worker.once('error', () => settle(UNREADABLE));
    worker.once('exit', () => settle(UNREADABLE));
  });
