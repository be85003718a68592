import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import type { PressAnswer, PressOrder, PressTask } from './task.ts';

/** Beyond this they wait longer than people do. */
const MOST_WAITING = 100;
/** No paper takes so long; a press that does is stuck. */
const PATIENCE_MS = 60_000;
const HEAP_MB = 512;

interface Waiting {
  readonly resolve: (bytes: Buffer) => void;
  readonly reject: (error: Error) => void;
}

// Tests run the sources, the product what was built of them.
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const thread = new URL(`press-thread${extension}`, import.meta.url);

/** Turns filled forms into bytes, one after the other, beside the thread that answers requests. */
@Injectable()
export class Press implements OnModuleDestroy {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #last = 0;

  print(task: PressTask): Promise<Buffer> {
    if (this.#waiting.size >= MOST_WAITING) throw new ProblemError('too-busy');
    const worker = (this.#worker ??= this.#start());
    const number = ++this.#last;
    return new Promise<Buffer>((resolve, reject) => {
      const patience = setTimeout(() => void worker.terminate(), PATIENCE_MS);
      const done =
        <Value>(settle: (value: Value) => void) =>
        (value: Value) => {
          clearTimeout(patience);
          this.#waiting.delete(number);
          settle(value);
        };
      this.#waiting.set(number, { resolve: done(resolve), reject: done(reject) });
      worker.postMessage({ number, task } satisfies PressOrder);
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(thread, {
      execArgv: extension === '.ts' ? ['--conditions=motcua'] : [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    worker.unref();
    worker.on('message', (answer: PressAnswer) => this.#settle(answer));
    worker.on('error', (error: Error) => this.#broken(worker, error));
    worker.on('exit', () => this.#broken(worker, new Error('The press stopped')));
    return worker;
  }

  #settle(answer: PressAnswer): void {
    const waiting = this.#waiting.get(answer.number);
    if ('bytes' in answer) waiting?.resolve(Buffer.from(answer.bytes));
    else waiting?.reject(new Error(`The press failed: ${answer.fault}`));
  }

  /** Whoever waits for a press that broke is told; the next one gets another. */
  #broken(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of [...this.#waiting.values()]) reject(error);
  }
}
