import { describe, expect, it } from '@jest/globals';
import { resolve, type VersionRow } from './catalogued.ts';
import { named } from './definition.ts';
import { changedDraft, entryDraft } from './next-version.ts';

const CITY = 1;
const COMMUNE = 2;
const CODE = '9.000001';

const row = (owner: number, version: number, definition: object): VersionRow => ({
  owner_id: owner,
  code: CODE,
  version,
  effective_from: `2026-0${version}-01`,
  definition,
  reconciled: true,
});

const entry = (owner: number, version: number, fee: number) =>
  row(owner, version, named('Thủ tục mẫu', { fee }));

describe('what holds for a commune', () => {
  it('is the city’s version until the commune lays something over it', () => {
    expect(resolve(COMMUNE, [entry(CITY, 3, 5_000)])).toMatchObject({
      version: 3,
      overlaid: false,
      definition: { fee: 5_000 },
    });
  });

  it('is the city’s version with what the commune said of it', () => {
    const overlay = row(COMMUNE, 2, { overlay: { feeNote: 'Miễn cho hộ nghèo' } });
    expect(resolve(COMMUNE, [entry(CITY, 3, 5_000), overlay])).toMatchObject({
      version: 20_003,
      effectiveFrom: '2026-03-01',
      overlaid: true,
      definition: { name: 'Thủ tục mẫu', fee: 5_000, feeNote: 'Miễn cho hộ nghèo' },
    });
  });

  it('is its own entry, where it had one before the city', () => {
    const resolved = resolve(COMMUNE, [entry(CITY, 1, 5_000), entry(COMMUNE, 4, 7_000)]);
    expect(resolved).toMatchObject({ version: 4, definition: { fee: 7_000 } });
  });

  it('is nothing where nobody has the procedure', () => {
    expect(resolve(COMMUNE, [])).toBeUndefined();
  });
});

describe('a new version', () => {
  it('keeps what it does not change', () => {
    const draft = changedDraft(CITY, [entry(CITY, 3, 5_000)], { published: false });
    expect(draft).toMatchObject({
      ok: true,
      value: { version: 4, definition: { fee: 5_000, published: false } },
    });
  });

  it('of a commune over the city’s says only what the commune says, so that the city may go on', () => {
    const before = row(COMMUNE, 1, { overlay: { feeNote: 'Miễn' } });
    const draft = changedDraft(COMMUNE, [entry(CITY, 3, 5_000), before], { fee: 0 });
    expect(draft).toMatchObject({
      ok: true,
      value: { version: 2, stored: { kind: 'overlay', changes: { feeNote: 'Miễn', fee: 0 } } },
    });
  });

  it('of a procedure nobody has is not found', () => {
    expect(changedDraft(CITY, [], {})).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  });

  it('is refused with a limit that cannot be counted', () => {
    const limits = { city: { kind: 'workingDays', amount: 0 } } as const;
    const draft = changedDraft(CITY, [entry(CITY, 3, 0)], { limits });
    expect(draft).toMatchObject({ refusal: { code: 'amount-not-positive-integer' } });
  });

  it('is refused when two of its steps have one key', () => {
    const step = { key: 'ky', name: 'Ký', role: 'director', allowanceHours: 2 } as const;
    const draft = changedDraft(CITY, [entry(CITY, 3, 0)], { steps: [step, step] });
    expect(draft).toMatchObject({ refusal: { code: 'key-given-twice', facts: { key: 'ky' } } });
  });
});

describe('an entry by hand', () => {
  const definition = named('Thủ tục mẫu');

  it('is the first version of a code that nobody has', () => {
    expect(entryDraft(CITY, [], definition)).toMatchObject({ ok: true, value: { version: 1 } });
  });

  it('reconciles one that an import or the starter catalogue brought', () => {
    const unreconciled = { ...entry(CITY, 1, 0), reconciled: false };
    expect(entryDraft(CITY, [unreconciled], definition)).toMatchObject({ value: { version: 2 } });
  });

  it.each([
    ['here', CITY, CITY],
    ['in the city above', COMMUNE, CITY],
  ])('is refused where the code is taken %s', (_where, unit, owner) => {
    const draft = entryDraft(unit, [entry(owner, 1, 0)], definition);
    expect(draft).toMatchObject({ refusal: { code: 'procedure-exists' } });
  });
});
