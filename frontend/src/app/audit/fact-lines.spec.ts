import { describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '#contract/audit';
import { factLines } from './fact-lines.ts';

const words = { yes: 'có', no: 'không', facts: { disabled: 'Khóa' } };
const lines = (facts: AuditEntry['facts']) => factLines({ facts }, words);

describe('what a line of the books notes', () => {
  it('is what changed, before beside after, and nothing that stayed', () => {
    const facts = {
      before: { disabled: false, memberships: [{ unitId: 2, roles: ['clerk'] }], title: 'x' },
      after: { disabled: true, memberships: [{ unitId: 2, roles: ['clerk'] }] },
    };
    expect(lines(facts)).toEqual([{ name: 'Khóa', before: 'không', after: 'có' }]);
  });

  it('is what came where nothing was, and what went where nothing came', () => {
    expect(lines({ after: { name: 'Tư pháp' } })).toEqual([
      { name: 'name', before: '–', after: 'Tư pháp' },
    ]);
    expect(lines({ before: { name: 'Tư pháp' } })).toEqual([
      { name: 'name', before: 'Tư pháp', after: '–' },
    ]);
  });

  it('is what else was noted, but for where a reason lies', () => {
    expect(lines({ fields: ['phone', 'name'], reasonId: 'x' })).toEqual([
      { name: 'fields', before: '', after: 'phone, name' },
    ]);
  });
});
