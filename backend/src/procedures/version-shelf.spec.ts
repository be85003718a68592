import { describe, expect, it } from '@jest/globals';
import type { VersionHead } from './catalogued.ts';
import { VersionShelf } from './version-shelf.ts';

const head = (code: string, version = 1): VersionHead => ({
  ...{ owner_id: 1, code, version },
  ...{ effective_from: '2026-01-01', reconciled: true },
});

/** Tells what it was asked, and an overlay that names the field after it. */
function catalogue() {
  const asked: string[] = [];
  const query = <Row>(_sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => {
    const [owners, codes, versions] = parameters as [number[], string[], number[]];
    asked.push(codes.join(' '));
    const rows = codes.map((code, index) => ({
      ...{ owner_id: owners[index], code, version: versions[index] },
      definition: { overlay: { field: `Lĩnh vực ${code} ${String(versions[index])}` } },
    }));
    return Promise.resolve(rows as Row[]);
  };
  return { asked, transaction: { query } };
}

const told = (code: string, version = 1) => ({
  ...head(code, version),
  stored: { kind: 'overlay', changes: { field: `Lĩnh vực ${code} ${version}` } },
});

describe('What versions say', () => {
  it('is asked for once, and told in the order it was asked', async () => {
    const { asked, transaction } = catalogue();
    const shelf = new VersionShelf();
    await shelf.read(transaction, [head('a'), head('b')]);
    const again = await shelf.read(transaction, [head('c'), head('b'), head('a')]);
    expect(again).toEqual([told('c'), told('b'), told('a')]);
    expect(asked).toEqual(['a b', 'c']);
  });

  it('is another with each version', async () => {
    const { asked, transaction } = catalogue();
    const shelf = new VersionShelf();
    await shelf.read(transaction, [head('a')]);
    expect(await shelf.read(transaction, [head('a', 2)])).toEqual([told('a', 2)]);
    expect(asked).toEqual(['a', 'a']);
  });

  it('makes room by forgetting what was read before, never what is asked', async () => {
    const { asked, transaction } = catalogue();
    const shelf = new VersionShelf(2);
    await shelf.read(transaction, [head('a'), head('b')]);
    expect(await shelf.read(transaction, [head('a'), head('c')])).toEqual([told('a'), told('c')]);
    await shelf.read(transaction, [head('c'), head('a')]);
    expect(asked).toEqual(['a b', 'c', 'a']);
  });

  it('is never left out', async () => {
    const shelf = new VersionShelf();
    const empty = { query: () => Promise.resolve([]) };
    await expect(shelf.read(empty, [head('a')])).rejects.toThrow('is in force and not there');
  });
});
