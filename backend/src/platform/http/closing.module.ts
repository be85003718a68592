import { Global, Injectable, Module } from '@nestjs/common';

/** Tells those who keep connections open for long that it is time to let go of them. */
@Injectable()
export class Closing {
  readonly #farewells: (() => Promise<void>)[] = [];

  /** What is to be done before requests under way are waited for. */
  whenClosing(farewell: () => Promise<void>): void {
    this.#farewells.push(farewell);
  }

  async begin(): Promise<void> {
    await Promise.allSettled(this.#farewells.map((farewell) => farewell()));
  }
}

@Global()
@Module({ providers: [Closing], exports: [Closing] })
export class ClosingModule {}
