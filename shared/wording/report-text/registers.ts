import type { TextRun } from '#contract/reports';
import {
  GROUPS_766,
  estimate766,
  groupsOf766,
  type RegisterFigure,
  type RegisterKind,
} from '#domain/register';
import { vi as registerVi } from '../registers/vi.ts';
import { daysText } from './period-words.ts';
import {
  bracketed,
  dash,
  figure,
  listed,
  lowerFirst,
  percent,
  run,
  type Sentence,
  type Teller,
  type Told,
} from './say.ts';

// A map: what stands in a group is whatever somebody typed, `constructor` as well.
const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(registerVi.options));
const nameOf = (group: string): string => NAMES.get(group) ?? group;

const figuresOf = ({ figures }: Told, kind: RegisterKind): readonly RegisterFigure[] =>
  figures.registers.figures.filter((each) => each.kind === kind);

/** The figures of a register as a whole, by name. */
const wholeOf = (told: Told, kind: RegisterKind): ((key: string) => number) => {
  const whole = new Map(
    figuresOf(told, kind).flatMap(({ key, group, value }) =>
      group === null ? [[key, value] as const] : [],
    ),
  );
  return (key) => whole.get(key) ?? 0;
};

const groupsOf = (told: Told, kind: RegisterKind, key: string) =>
  figuresOf(told, kind).flatMap((each) =>
    each.key === key && each.group !== null ? [{ group: each.group, value: each.value }] : [],
  );

/** Nobody's dossiers stand behind what was entered by hand. */
const typed = (value: number): TextRun => figure(value, null);

/** *19,98*: a score has decimals, and no number of dossiers in it. */
const decimal = (value: number): TextRun =>
  Number.isInteger(value)
    ? typed(value)
    : { kind: 'figure', text: String(value).replace('.', ','), value: null, cell: null };

/** *03/04 đạt 75,00%*. */
const over = (numerator: number, denominator: number): readonly TextRun[] => {
  const share = percent({ numerator, denominator }, null);
  const part = share === undefined ? [] : run` đạt ${share}`;
  return run`${typed(numerator)}/${typed(denominator)}${part}`;
};

const joined = (parts: readonly (readonly TextRun[])[]): readonly TextRun[] =>
  parts.flatMap((part, at) => (at === 0 ? part : run`, ${part}`));

/**
 * F6 (xii): what citizens and enterprises complained of, and whether they were answered by its day. Every number
 * says *PAKN*: beside the figures of dossiers a bare *đúng hạn* would be taken for one of them.
 */
const feedback: Teller = (told) => {
  const [count, days] = [wholeOf(told, 'feedback'), daysText(told.figures.registers.feedbackDays)];
  const carried = count('carriedOver');
  const all = count('received') + carried;
  if (all === 0) return [dash`Phản ánh, kiến nghị (PAKN) ${days}: không phát sinh.`];
  const whence =
    carried === 0
      ? run`, đều tiếp nhận trong kỳ`
      : run`, gồm PAKN tiếp nhận trong kỳ ${typed(count('received'))}, PAKN kỳ trước chuyển sang ${typed(carried)}`;
  return [
    dash`Phản ánh, kiến nghị (PAKN) ${days}: tổng số PAKN ${typed(all)}${whence}.`,
    ...feedbackAbout(told),
    ...answered(count),
    ...aimed(told),
    ...unanswered(count),
  ];
};

const feedbackAbout = (told: Told): readonly Sentence[] =>
  listed(
    '+',
    groupsOf(told, 'feedback', 'received')
      .filter(({ value }) => value > 0)
      .map(({ group, value }) => run`PAKN về ${lowerFirst(nameOf(group))}: ${typed(value)}`),
  );

type Counted = (key: string) => number;

function answered(count: Counted): readonly Sentence[] {
  const [inTime, late] = [count('inTime'), count('late')];
  if (inTime + late === 0) return [];
  const rest = late === 0 ? [] : run`; PAKN trả lời quá hạn: ${typed(late)}`;
  return [dash`PAKN đã trả lời đúng hạn: ${over(inTime, inTime + late)}${rest}.`];
}

/** The city's target, divided as the city says. */
function aimed({ figures: { feedbackAim: aim } }: Told): readonly Sentence[] {
  if (aim === null || aim.denominator === 0) return [];
  const of = aim.population === 'new' ? ' tiếp nhận trong kỳ' : '';
  const { numerator, denominator, needed } = aim;
  const part = percent({ numerator, denominator }, null) ?? [];
  const given = `; chỉ tiêu thành phố giao ${String(aim.targetPercent)}%`;
  const more = needed === null || needed === 0 ? [] : run`, còn thiếu ${typed(needed)} PAKN`;
  return [
    dash`Chỉ tiêu PAKN${of} trả lời đúng hạn: ${typed(numerator)}/${typed(denominator)} PAKN (${part}${given}${more}).`,
  ];
}

function unanswered(count: Counted): readonly Sentence[] {
  const [inTime, late] = [count('openInTime'), count('openLate')];
  if (inTime + late === 0) return [dash`Không còn PAKN chưa trả lời.`];
  const rest =
    late === 0 ? run`, đều trong hạn` : run`; PAKN chưa trả lời đã quá hạn: ${typed(late)}`;
  return [dash`PAKN chưa trả lời: ${typed(inTime + late)}${rest}.`];
}

/** *Văn bản chỉ đạo*: how many, and of what form. */
const directives: Teller = (told) => {
  const all = wholeOf(told, 'directive')('entries');
  if (all === 0) return [];
  const forms = groupsOf(told, 'directive', 'entries').map(
    ({ group, value }) => run`${lowerFirst(nameOf(group))} ${typed(value)}`,
  );
  return [
    dash`Trong kỳ đã ban hành ${typed(all)} văn bản chỉ đạo, điều hành về cải cách TTHC: ${joined(forms)}.`,
  ];
};

/** *Công khai đúng hạn*: what still has time is owed by nobody yet. */
const publications: Teller = (told) => {
  const count = wholeOf(told, 'publication');
  if (count('procedures') === 0) return [];
  const owed = count('inTime') + count('late') + count('openLate');
  const share = bracketed({ numerator: count('inTime'), denominator: owed }, null);
  const inTime =
    owed === 0
      ? []
      : run`; công khai đúng hạn ${typed(count('inTime'))}/${typed(owed)} TTHC${share}`;
  const waiting = count('openInTime');
  const rest = waiting === 0 ? [] : run`; ${typed(waiting)} TTHC còn trong hạn công khai`;
  return [
    dash`Phải công khai ${typed(count('procedures'))} TTHC theo ${typed(count('entries'))} quyết định công bố${inTime}${rest}.`,
  ];
};

const outreach: Teller = (told) => {
  const count = wholeOf(told, 'outreach');
  if (count('entries') === 0) return [];
  return [
    dash`Tuyên truyền về cải cách TTHC: ${typed(count('entries'))} nội dung, ${typed(count('times'))} lượt, tiếp cận ${typed(count('people'))} người.`,
  ];
};

const surveys: Teller = (told) => {
  const count = wholeOf(told, 'survey');
  const asked = count('asked');
  if (asked === 0) return [];
  return [
    dash`Khảo sát tổ chức, cá nhân: ${typed(asked)} phiếu; số phiếu hài lòng ${over(count('satisfied'), asked)}.`,
  ];
};

/** *Ngành dọc* as an agency told it: marked, and never added to what is counted from dossiers. */
const verticalTyped: Teller = (told) => {
  const agencies = [...Map.groupBy(figuresOf(told, 'vertical'), ({ group }) => group ?? '')];
  if (agencies.length === 0) return [];
  const lines = agencies.map(([agency, figures]) => {
    const of = (key: string) => typed(figures.find((each) => each.key === key)?.value ?? 0);
    return run`${agency}: tiếp nhận ${of('received')}, đã giải quyết ${of('resolved')}, đang giải quyết ${of('pending')}`;
  });
  return [
    dash`Số liệu ngành dọc (nhập tay theo số của ngành, không cộng vào số liệu trên):`,
    ...listed('+', lines),
  ];
};

/** The groups as the portal lists them. */
const placeOf = (group: string): number => GROUPS_766.findIndex((each) => each === group);

const groupName = (group: string): string =>
  group === 'online' ? registerVi.online766 : nameOf(group);

/** Beside the official score, and never in its place: what the commune's own data would give. */
const estimated = ({ section, figures }: Told): readonly Sentence[] => {
  const groups = groupsOf766(estimate766(section.indicators, figures.registers.figures));
  if (groups.length === 0) return [];
  const lines = groups.map(
    ({ group, points, max }) =>
      run`${groupName(group)}: ${decimal(points)} trên ${typed(max)} điểm tính được`,
  );
  return [
    dash`Ước tính từ dữ liệu tại xã, không thay cho điểm chính thức, gồm:`,
    ...listed('+', lines),
  ];
};

/** The official score, group by group; the sum only where none is missing. */
const index766: Teller = (told) => {
  const groups = groupsOf(told, 'index766', 'score').toSorted(
    (one, other) => placeOf(one.group) - placeOf(other.group),
  );
  if (groups.length === 0) return [];
  const lines = groups.map(({ group, value }) => run`${groupName(group)}: ${decimal(value)} điểm`);
  const sum = Math.round(groups.reduce((all, { value }) => all + value, 0) * 100) / 100;
  const whole = groups.length === GROUPS_766.length ? run`, tổng ${decimal(sum)} điểm` : [];
  const rank = wholeOf(told, 'index766')('rank');
  const place = rank === 0 ? [] : run`, xếp hạng ${typed(rank)}`;
  return [
    dash`Điểm trên Cổng Dịch vụ công quốc gia${whole}${place}, gồm:`,
    ...listed('+', lines),
    ...estimated(told),
  ];
};

const otherFigures: Teller = ({ figures }) =>
  figures.registers.others.map(({ label, value, unit, source }) => {
    const of = unit === '' ? [] : run` ${unit}`;
    return dash`${label}: ${decimal(value)}${of} (nguồn: ${source}).`;
  });

/** What is told from the registers, by the name of its paragraph. */
export const TELLERS = {
  ...{ feedback, directives, publications, outreach, surveys, verticalTyped },
  ...{ index766, otherFigures },
} as const satisfies Readonly<Record<string, Teller>>;
