import type { MessageFault } from '#contract/citizens';
import type { HookTemplate } from '#contract/deliveries';
import type { Fate, Posted } from '../deliveries/index.ts';

/** What an attempt came to. `again`: nobody has it for certain, so it may be tried once more. */
export type Attempt =
  { readonly kind: 'sent' } | { readonly kind: 'again' | 'over'; readonly fault: MessageFault };

const over = (fault: MessageFault): Attempt => ({ kind: 'over', fault });
const again = (fault: MessageFault): Attempt => ({ kind: 'again', fault });

/** Said of this message: it will not be taken tomorrow either. */
const OF_THIS_MESSAGE: ReadonlySet<number> = new Set([400, 413, 422]);
/** Said before anybody looked at it: not known, not now, not you. */
const NOT_TAKEN: ReadonlySet<number> = new Set([401, 403, 404, 405, 415, 429, 503]);

/** Zalo answers 200 to what it refuses and says so inside. */
const isRefusedInside = (text: string): boolean => {
  try {
    const told: unknown = JSON.parse(text);
    if (typeof told !== 'object' || told === null || !('error' in told)) return false;
    return told.error !== 0;
  } catch {
    // An answer that is no JSON says nothing against it: its status has said yes.
    return false;
  }
};

const byAnswer = (status: number, text: string, template: HookTemplate): Attempt => {
  if (status >= 200 && status < 300) {
    return template === 'zaloOa' && isRefusedInside(text) ? over('refused') : { kind: 'sent' };
  }
  if (OF_THIS_MESSAGE.has(status)) return over('refused');
  // Whoever stumbled over it may have passed it on before: 500, 502, 504.
  return NOT_TAKEN.has(status) ? again('answered-badly') : over('unsure');
};

/** What a gateway's answer, or its silence, means for a word that must not come twice. */
export const attemptOf = (posted: Posted, template: HookTemplate): Attempt => {
  if (posted.kind === 'not-allowed') return over('not-allowed');
  if (posted.kind === 'failed') return posted.hasLeft ? over('unsure') : again('unreachable');
  return byAnswer(posted.status, posted.text, template);
};

/** The same for a letter. */
export const attemptOfMail = (fate: Fate): Attempt => {
  if (fate.fate === 'sent') return { kind: 'sent' };
  if (fate.fate !== 'waits') return over(fate.fault);
  return fate.isSure ? again(fate.fault) : over('unsure');
};
