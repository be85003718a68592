/** A route that is there for a whole page of names says nothing of any of them. */
const isOfPages = (url: string): boolean => url === '*' || url === '/' || url.endsWith('/*');

const patternOf = (url: string): RegExp =>
  new RegExp(`^${url.replaceAll('.', '\\.').replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`);

/** Which paths are answered at all, and to which methods. */
export class KnownPaths {
  readonly #methods = new Map<string, { readonly pattern: RegExp; readonly names: Set<string> }>();

  add(url: string, methods: string | readonly string[]): void {
    if (isOfPages(url)) return;
    const known = this.#methods.get(url) ?? { pattern: patternOf(url), names: new Set() };
    for (const method of [methods].flat()) known.names.add(method);
    this.#methods.set(url, known);
  }

  /**
   * What may be done at the path of an address; nothing where there is no such path.
   *
   * @example methodsAt('/api/v1/dossiers/counts?due=near') → ['GET', 'HEAD']
   */
  methodsAt(address: string): readonly string[] {
    const [path = ''] = address.split('?');
    const names = [...this.#methods.values()]
      .filter(({ pattern }) => pattern.test(path))
      .flatMap((known) => [...known.names]);
    return [...new Set(names)].toSorted();
  }
}
