import type { AlertItem, AlertStory } from '#contract/alerts';
import type { AlertWords } from '#wording/alerts';
import { readMoment } from '../language/index.ts';

type Step = AlertStory['steps'][number];

interface Names {
  readonly nameOf: (userId: string) => string;
  readonly textOf: (recipient: AlertItem['recipient']) => string;
}

/** What happened to an alert at one moment, in one sentence. */
export const stepWords = (step: Step, words: AlertWords, names: Names): string => {
  const who = step.by === null ? words.system : names.nameOf(step.by);
  const { acts } = words;
  switch (step.act) {
    case 'raised':
      return acts.raised(names.textOf(step.recipient));
    case 'snoozed':
      return acts.snoozed(who, readMoment(step.until));
    case 'answered':
      return acts.answered(who, words.difficulties[step.answer ?? ''] ?? step.answer ?? '');
    case 'acknowledged':
    case 'doneAtSource':
      return acts[step.act](who);
    case 'reopened':
    case 'resolved':
    case 'superseded':
      return acts[step.act];
  }
};
