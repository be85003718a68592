import { describe, expect, it } from '@jest/globals';
import type { DossierItem } from '#contract/dossiers';
import type { ApiClient } from '../api/index.ts';
import { SlipBatch, codeOnSlip } from './slip-batch.ts';

const slip = (code: string, state: DossierItem['state'], officialCode: string | null = null) =>
  ({ id: `id-${code}`, code, officialCode, externalCode: null, state }) as DossierItem;

const known = [
  slip('MC.H24.99-260115-0001', 'resultReady', 'H24.99-260115-0001'),
  slip('MC.H24.99-260115-0002', 'resultReady'),
  slip('MC.H24.99-260115-0003', 'processing'),
  slip('MC.H24.99-260115-00011', 'resultReady'),
];

/** A server that finds by the beginning of a code, as ours does. */
const batch = (): SlipBatch => {
  const act = ({ body }: { body: { q: string } }) => {
    const items = known.filter((item) =>
      [item.code, item.officialCode].some((each) => each?.startsWith(body.q.toUpperCase())),
    );
    return Promise.resolve({ ok: true, value: { items, nextCursor: null }, version: undefined });
  };
  return new SlipBatch({ act } as unknown as ApiClient, () => 7);
};

describe('slips under the scanner', () => {
  it('add up, by whichever code they carry, the newest on top', async () => {
    const scanned = batch();
    await scanned.add('H24.99-260115-0001\n');
    await scanned.add('mc.h24.99-260115-0002');
    expect(scanned.slips().map(({ code }) => code)).toEqual([known[1]?.code, known[0]?.code]);
    expect(scanned.last()).toEqual({ kind: 'added', code: 'MC.H24.99-260115-0002' });
  });

  it('count once, whichever of their codes is scanned again', async () => {
    const scanned = batch();
    await scanned.add('H24.99-260115-0001');
    await scanned.add('MC.H24.99-260115-0001');
    expect(scanned.slips()).toHaveLength(1);
    expect(scanned.last()).toEqual({ kind: 'twice', code: 'H24.99-260115-0001' });
  });

  it('are answered in the order in which they were scanned', async () => {
    const scanned = batch();
    const codes = ['H24.99-260115-0001', 'H24.99-260115-0001', 'MC.H24.99-260115-0002'];
    await Promise.all(codes.map((code) => scanned.add(code)));
    expect(scanned.slips()).toHaveLength(2);
    expect(scanned.last()).toEqual({ kind: 'added', code: 'MC.H24.99-260115-0002' });
  });

  it('are told apart from what is not known and what is not ready', async () => {
    const scanned = batch();
    await scanned.add('MC.H24.99-260115-0003');
    expect(scanned.last()).toMatchObject({ kind: 'not-ready', state: 'processing' });
    await scanned.add('MC.H24.99-260115-000');
    expect(scanned.last()).toMatchObject({ kind: 'unknown' });
    expect(scanned.slips()).toEqual([]);
  });

  it('may be read from a QR: what only the citizen knows goes nowhere', () => {
    expect(codeOnSlip('https://xa.vn/tra-cuu#H24.99-260115-0001/7K3MQ9TD')).toBe(
      'H24.99-260115-0001',
    );
  });
});
