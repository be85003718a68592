/** What a field of a register may hold. */
export type RegisterField =
  | {
      readonly key: string;
      readonly type: 'text';
      readonly required?: true;
      readonly longest: number;
    }
  | { readonly key: string; readonly type: 'count'; readonly required?: true }
  /** A number with at most two decimals. */
  | { readonly key: string; readonly type: 'number'; readonly required?: true }
  | { readonly key: string; readonly type: 'day'; readonly required?: true }
  | {
      readonly key: string;
      readonly type: 'choice';
      readonly required?: true;
      readonly options: readonly string[];
    };

const text = (key: string, longest = 300) => ({ key, type: 'text', longest }) as const;
const count = (key: string) => ({ key, type: 'count', required: true }) as const;
const day = (key: string) => ({ key, type: 'day' }) as const;
const choice = <const Options extends readonly string[]>(key: string, options: Options) =>
  ({ key, type: 'choice', required: true, options }) as const;

/** Who asks about what: regulations, how officers behave, conditions of business (NĐ 20/2008/NĐ-CP Điều 1). */
export const FEEDBACK_ABOUT = ['regulation', 'conduct', 'business'] as const;
export type FeedbackAbout = (typeof FEEDBACK_ABOUT)[number];

/** Groups of QĐ 766/QĐ-TTg, as the national portal scores them. */
export const GROUPS_766 = [
  ...(['openness', 'progress', 'online', 'payment', 'satisfaction', 'digitisation'] as const),
] as const;
export type Group766 = (typeof GROUPS_766)[number];

/**
 * What a periodic report tells beside the figures of dossiers. Each register is a list of entries, each entry
 * of a day and of these fields; nothing here is a person's name.
 */
const REGISTERS = {
  /** *Phản ánh, kiến nghị*: by the day it came. */
  feedback: [
    choice('about', FEEDBACK_ABOUT),
    choice('via', ['portal', 'direct', 'phone', 'post']),
    { ...text('content', 500), required: true },
    { ...day('dueOn'), required: true },
    day('answeredOn'),
    choice('satisfied', ['unknown', 'yes', 'no']),
  ],
  /** *Văn bản chỉ đạo, điều hành*: by the day it was signed. */
  directive: [
    { ...text('number', 60), required: true },
    choice('form', ['plan', 'decision', 'letter', 'notice', 'report']),
    { ...text('title', 500), required: true },
  ],
  /** *Công bố, công khai TTHC*: by the day of the decision that has to be shown. */
  publication: [
    { ...text('decision', 120), required: true },
    count('procedures'),
    { ...day('dueOn'), required: true },
    day('publishedOn'),
  ],
  /** *Khảo sát sự hài lòng*. */
  survey: [{ ...text('subject'), required: true }, count('asked'), count('satisfied')],
  /** *Tuyên truyền*. */
  outreach: [
    { ...text('subject'), required: true },
    choice('form', ['broadcast', 'meeting', 'online', 'leaflet']),
    count('times'),
    count('people'),
  ],
  /** *Số liệu ngành dọc*, typed in: counted apart, never added to II.06b. */
  vertical: [
    { ...text('agency', 120), required: true },
    ...[count('received'), count('resolved'), count('pending')],
  ],
  /** The score of *Bộ chỉ số 766* as the portal shows it. */
  index766: [
    choice('group', GROUPS_766),
    { key: 'score', type: 'number', required: true },
    { key: 'rank', type: 'count' },
  ],
  /** *Số liệu khác*: a figure with its name and where it comes from. */
  other: [
    { ...text('label', 200), required: true },
    { key: 'value', type: 'number', required: true },
    text('unit', 40),
    { ...text('source', 200), required: true },
  ],
} as const satisfies Record<string, readonly RegisterField[]>;

export type RegisterKind = keyof typeof REGISTERS;
export const REGISTER_KINDS = Object.keys(REGISTERS) as readonly RegisterKind[];

export const fieldsOf = (kind: RegisterKind): readonly RegisterField[] => REGISTERS[kind];
