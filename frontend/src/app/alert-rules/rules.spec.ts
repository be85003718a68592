import { describe, expect, it } from '@jest/globals';
import { DEFAULT_ALERT_RULES, ruleFor, type AlertRules, type RuleOverride } from '#domain/alert';
import { alertRuleWords } from '#wording/alert-rules';
import { differencesBetween } from './rule-difference.ts';
import { withRule, withoutRule } from './rule-edit.ts';
import { CLASSES, GROUPS, linesOf, sentencesOf } from './rule-lines.ts';

const { vi } = alertRuleWords;
const nobody = (): undefined => undefined;
const names = { words: vi, nameOf: nobody, procedureOf: (code: string) => code };

const rulesOf = (overrides: readonly unknown[]): AlertRules => ({
  ...DEFAULT_ALERT_RULES,
  overrides: overrides as readonly RuleOverride[],
});

const FIVE_DAYS = {
  enabled: true,
  thresholds: [{ at: 'daysBefore', days: 5 }],
  ladder: [{ target: { kind: 'holder' }, afterMinutes: 0 }],
} as const;

describe('rules in sentences', () => {
  it('speak of every kind there is, each once', () => {
    const kinds = Object.values(GROUPS).flat();
    expect([...kinds].toSorted()).toEqual(Object.keys(DEFAULT_ALERT_RULES.kinds).toSorted());
  });

  it('say who is told when, and who next', () => {
    const [overdue] = linesOf(DEFAULT_ALERT_RULES, 'dossier.overdue', null);
    expect(overdue && sentencesOf(overdue, vi, nobody)).toEqual([
      'Báo người đang giữ và trưởng phòng: đúng lúc hết hạn.',
      'Nếu chưa ai nhận việc thì báo tiếp Giám đốc Trung tâm sau 2 giờ làm việc và Phó Chủ tịch phụ trách sau 4 giờ làm việc.',
    ]);
  });

  it('are one line for allowances that are treated alike', () => {
    const shapes = (kind: 'dossier.new' | 'dossier.near') =>
      linesOf(DEFAULT_ALERT_RULES, kind, null).map(({ classes }) => classes.join());
    expect(shapes('dossier.new')).toEqual(['sameDay,short,long']);
    expect(shapes('dossier.near')).toEqual(['sameDay', 'short', 'long']);
  });
});

describe('a rule that is changed', () => {
  const scope = { kind: 'dossier.near', procedureCode: null, classes: ['long'] } as const;

  it('holds for the dossiers meant and for no others', () => {
    const rules = rulesOf(withRule([], scope, FIVE_DAYS));
    const of = (allowanceClass: 'short' | 'long') =>
      ruleFor(rules, 'dossier.near', { procedureCode: '1', allowanceClass });
    expect(of('long')).toEqual(FIVE_DAYS);
    expect(of('short')).toEqual(
      ruleFor(DEFAULT_ALERT_RULES, 'dossier.near', { procedureCode: '1', allowanceClass: 'short' }),
    );
  });

  it('for every allowance is one override, whatever was set before', () => {
    const some = withRule([], scope, { ...FIVE_DAYS, enabled: false });
    const all = withRule(some, { ...scope, classes: CLASSES }, FIVE_DAYS);
    expect(all).toEqual([{ kind: 'dossier.near', ...FIVE_DAYS }]);
  });

  it('can be taken back for one allowance, and stays for the others', () => {
    const all = withRule([], { ...scope, classes: CLASSES }, FIVE_DAYS);
    const rules = rulesOf(withoutRule(all, scope));
    expect(
      linesOf(rules, 'dossier.near', null).map(({ classes, isOwn }) => [classes, isOwn]),
    ).toEqual([
      [['sameDay', 'short'], true],
      [['long'], false],
    ]);
  });

  it('of one procedure leaves the others alone', () => {
    const own = withRule([], { ...scope, procedureCode: '2.000815' }, FIVE_DAYS);
    const rule = ruleFor(rulesOf(own), 'dossier.near', {
      procedureCode: '1.004884',
      allowanceClass: 'long',
    });
    expect(rule.thresholds).toHaveLength(3);
    expect(withoutRule(own, { ...scope, procedureCode: '2.000815' })).toEqual([]);
  });
});

describe('two versions', () => {
  it('are told apart thing by thing, in words', () => {
    const own = withRule(
      [],
      { kind: 'dossier.near', procedureCode: null, classes: ['long'] },
      FIVE_DAYS,
    );
    const after = { ...rulesOf(own), voiceMinutes: 60 };
    expect(differencesBetween(DEFAULT_ALERT_RULES, after, names)).toEqual([
      {
        what: 'Cách báo chung',
        before: expect.stringContaining('có 30 phút làm việc'),
        after: expect.stringContaining('có 1 giờ làm việc'),
      },
      {
        what: 'Sắp đến hạn trả (Thời hạn trên 3 ngày)',
        before:
          'Báo người đang giữ: khi đã qua 50 % thời hạn, trước 3 ngày làm việc và trước 1 ngày làm việc.',
        after: 'Báo người đang giữ: trước 5 ngày làm việc.',
      },
    ]);
    expect(differencesBetween(after, after, names)).toEqual([]);
  });
});
