interface Turn<Answer> {
  /** When the answer is there, or will not come. */
  readonly over: Promise<unknown>;
  next: Promise<Answer> | undefined;
}

/**
 * The same question from many at once, as when one change rings at every open page: while one answer is being looked
 * up, whoever asks meanwhile waits for the next one and shares it. Nobody is given what was looked up before they
 * asked.
 */
export class SharedAnswers<Answer> {
  readonly #turns = new Map<string, Turn<Answer>>();

  /** @example shared.ask('heaps of unit 2', () => counted(2)) */
  ask(question: string, look: () => Promise<Answer>): Promise<Answer> {
    const turn = this.#turns.get(question);
    if (turn === undefined) return this.#begin(question, look);
    turn.next ??= turn.over.then(() => this.#begin(question, look));
    return turn.next;
  }

  #begin(question: string, look: () => Promise<Answer>): Promise<Answer> {
    const answer = look();
    const over = answer.then(
      () => undefined,
      () => undefined,
    );
    const turn: Turn<Answer> = { over, next: undefined };
    this.#turns.set(question, turn);
    void over.then(() => {
      if (turn.next === undefined) this.#turns.delete(question);
    });
    return answer;
  }
}
