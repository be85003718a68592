import type { AlertItem } from '#contract/alerts';
import { type Instant, instant, parseInstant } from '#domain/working-time';
import type { AlertWords } from '#wording/alerts';
import type { NoticeWords } from '#wording/notices';
import type { IconName, Tone } from '../ui/index.ts';

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly text: string;
}

const SEVERITY_LOOKS = {
  late: ['overdue', 'overdue'],
  warning: ['near', 'alert'],
  info: ['plain', 'info'],
} as const satisfies Record<AlertItem['severity'], readonly [Tone, IconName]>;

/** How grave an alert is; once dealt with, what became of it. */
export const lookOf = (
  { severity, status }: Pick<AlertItem, 'severity' | 'status'>,
  words: AlertWords,
): Look => {
  if (status === 'closed') return { tone: 'finished', icon: 'finished', text: words.tabs.closed };
  const [tone, icon] = SEVERITY_LOOKS[severity];
  return { tone, icon, text: words.severities[severity] };
};

export const momentOf = (told: string): Instant => parseInstant(told) ?? instant(0);

/** What an alert says, in the words in which it is sent as well. */
export const sentenceOf = (
  { kind, dossierCode, subject, dueAt }: AlertItem,
  words: NoticeWords,
  nameOf: (source: string) => string = (source) => source,
): string =>
  words.kinds[kind]({
    code: dossierCode ?? '',
    subject: subject.kind === 'source' ? nameOf(subject.id) : subject.id,
    dueAt: momentOf(dueAt),
  });
