import type { PauseCause } from '../deadline/index.ts';
import type { Instant } from '../working-time/index.ts';
import type { Holder, StateName } from './state.ts';

/**
 * A stretch of unchanged {state, step, holder, due}: half-open [from, to), the last one without end. Every
 * as-of question, ageing and report reads spans; they can be dropped and rebuilt from the events.
 */
export interface Span {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly state: StateName;
  readonly stepKey: string | null;
  readonly holder: Holder | null;
  readonly dueAt: Instant | null;
  readonly beforeExtensionAt: Instant | null;
  /** Open pauses of any cause, whether or not they count. */
  readonly paused: readonly PauseCause[];
}
