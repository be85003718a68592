import type { ProcedureDefinition } from '#contract/procedures';
import type { Allowance } from '#domain/deadline';

type Steps = ProcedureDefinition['steps'];

const HOURS_PER_DAY = 8;

/** The desk does everything: no hand-over, no second pair of hands. */
export const THE_COUNTER: Steps = [
  { key: 'tai-cho', name: 'Giải quyết tại chỗ', role: 'reception', allowanceHours: 4 },
];

/** 02 + 03 + 02 + 01 hours, as published internal processes divide a day. */
const WITHIN_THE_DAY = [2, 3, 2, 1] as const;
/** The same desks with time to check: what is left goes to the appraisal. */
const OVER_DAYS = [4, 0, 6, 2] as const;

/** Receive, appraise, sign, issue: hours for each, as many as the whole allows. */
export function processFor(term: Allowance | null): Steps {
  const total = hoursOf(term);
  const [receive, , sign, issue] = total <= HOURS_PER_DAY ? WITHIN_THE_DAY : OVER_DAYS;
  return [
    { key: 'tiep-nhan', name: 'Tiếp nhận', role: 'reception', allowanceHours: receive },
    {
      key: 'tham-dinh',
      name: 'Thẩm định',
      role: 'processing',
      allowanceHours: total - receive - sign - issue,
    },
    { key: 'ky-duyet', name: 'Trình ký, ký duyệt', role: 'director', allowanceHours: sign },
    { key: 'phat-hanh', name: 'Vào sổ, phát hành', role: 'clerk', allowanceHours: issue },
  ];
}

/** Working hours a term is worth; an unknown one gets the three days most procedures have. */
function hoursOf(term: Allowance | null): number {
  if (term === null) return 3 * HOURS_PER_DAY;
  if (term.kind === 'sameDay') return HOURS_PER_DAY;
  if (term.kind === 'workingHours') return term.amount;
  const days = term.kind === 'workingDays' ? term.amount : Math.floor((term.amount * 5) / 7);
  return days * HOURS_PER_DAY;
}
