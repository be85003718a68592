import type { StateName } from '../dossier/index.ts';

/** What a citizen is told: *đã tiếp nhận và hẹn, cần bổ sung, có kết quả, xin lỗi và hẹn lại*. */
export const MESSAGE_KINDS = ['received', 'supplement', 'resultReady', 'apology'] as const;

export type MessageKind = (typeof MESSAGE_KINDS)[number];

interface KindFacts {
  /** In which states of the dossier what it says is still so. */
  readonly trueIn: readonly StateName[];
  /** Whether somebody is rung up when no message arrives; who was received has the slip in hand. */
  readonly isCalledAbout: boolean;
  /** Whether it promises a moment: without one there is nothing to say. */
  readonly needsDue: boolean;
}

export const MESSAGE_FACTS = {
  received: { trueIn: ['received', 'processing'], isCalledAbout: false, needsDue: true },
  supplement: {
    trueIn: ['awaitingIntakeSupplement', 'awaitingSupplement'],
    isCalledAbout: true,
    needsDue: false,
  },
  resultReady: { trueIn: ['resultReady'], isCalledAbout: true, needsDue: false },
  apology: { trueIn: ['received', 'processing'], isCalledAbout: true, needsDue: true },
} as const satisfies Record<MessageKind, KindFacts>;

/** Whether what the message says is so now. */
export const isStillSo = (kind: MessageKind, now: { readonly state: StateName }): boolean =>
  MESSAGE_FACTS[kind].trueIn.some((state) => state === now.state);
