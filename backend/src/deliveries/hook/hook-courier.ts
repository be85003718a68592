import { noticeWords } from '#wording/notices';
import {
  SENT,
  dead,
  nowhere,
  waits,
  type Courier,
  type Fate,
  type Letter,
} from '../post/parcel.ts';
import { hookMessage } from './hook-message.ts';
import { type OpenHook, type PostParts, type Posted, signedPost } from './signed-post.ts';

export interface HookCourierParts extends PostParts {
  readonly find: (unitId: number) => Promise<OpenHook | undefined>;
}

const isTaken = (status: number): boolean => status >= 200 && status < 300;

/** Said of what was sent and not of who sent it: the next message may well be taken. */
const OF_THIS_MESSAGE: ReadonlySet<number> = new Set([400, 413, 422]);

/** Carries letters to another system of the office: a gateway of short messages, Zalo, whatever listens. */
export class HookCourier implements Courier {
  readonly channel = 'webhook';
  readonly isPatient = false;
  readonly #parts: HookCourierParts;

  constructor(parts: HookCourierParts) {
    this.#parts = parts;
  }

  async carry(letter: Letter): Promise<Fate> {
    const hook = await this.#parts.find(letter.parcel.unitId);
    if (hook === undefined) return nowhere('no-server');
    const body = hookMessage(hook.template, letter, noticeWords.vi);
    if (body === undefined) return nowhere('no-address');
    const posted = await signedPost(hook, { id: letter.parcel.id, body }, this.#parts);
    return this.#fateOf(posted, hook);
  }

  #fateOf(posted: Posted, { url }: OpenHook): Fate {
    if (posted.kind === 'not-allowed') return dead('not-allowed');
    if (posted.kind === 'failed') return waits('unreachable', { isSure: false, isShut: true });
    const { status } = posted;
    if (isTaken(status)) return SENT;
    this.#parts.log.warn({ host: new URL(url).hostname, status }, 'a hook answered badly');
    if (OF_THIS_MESSAGE.has(status)) return dead('refused');
    return waits('answered-badly', { isSure: false, isShut: true });
  }
}
