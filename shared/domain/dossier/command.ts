import type { Allowance } from '../deadline/index.ts';
import type { Instant } from '../working-time/index.ts';
import type {
  DifficultyKind,
  EventChanges,
  InsertedEvent,
  Nothing,
  PaymentMethod,
} from './event.ts';
import type { UserId } from './actor.ts';
import type { Intake, SourceRecord } from './intake.ts';

interface WithReason {
  readonly reason: string;
}

/** The bodies of contract §2.3. `submit` and `receive` open a dossier; the machine acts are never typed. */
export interface CommandBodies {
  readonly submit: { readonly intake: Intake };
  readonly receive: { readonly intake: Intake };
  readonly accept: { readonly declaredDueAt?: Instant; readonly officialCode?: string };
  readonly refuse: WithReason & { readonly reasonCode: string };
  readonly assign: { readonly userId?: UserId; readonly departmentCode?: string };
  readonly 'start-step': Nothing;
  readonly 'complete-step': { readonly stepKey?: string };
  readonly 'return-step': WithReason & { readonly toStepKey: string };
  readonly 'propose-supplement': WithReason & { readonly items: string };
  readonly 'request-supplement': WithReason & {
    readonly items: string;
    readonly respondBy?: Instant;
  };
  readonly 'submit-supplement': Nothing;
  readonly 'receive-supplement': Nothing;
  readonly 'request-payment': { readonly amount: number };
  readonly 'receive-payment': { readonly amount: number; readonly method: PaymentMethod };
  readonly hold: WithReason & { readonly basisCode: string };
  readonly resume: Nothing;
  readonly extend: WithReason & { readonly dueAt: Instant };
  readonly 'agree-term': WithReason & { readonly variantKey: string };
  readonly 'issue-result': { readonly documentNo?: string };
  readonly 'complete-on-the-spot': Nothing;
  readonly return: { readonly method: string };
  readonly withdraw: { readonly reason?: string };
  readonly stop: WithReason & { readonly reasonCode: string };
  readonly 'send-to-agency': { readonly agency: string; readonly allowance?: Allowance };
  readonly 'back-from-agency': Nothing;
  readonly note: { readonly text: string };
  readonly difficulty: { readonly kind: DifficultyKind; readonly text?: string };
  readonly 'digitise-components': Nothing;
  readonly 'digitise-result': Nothing;
  readonly 'issue-electronic-result': Nothing;
  readonly archive: Nothing;
  readonly 'reuse-data': Nothing;
  readonly 'charge-fee': { readonly amount: number };
  readonly 'pay-fee': { readonly amount: number; readonly method: PaymentMethod };
  readonly apologise: {
    readonly documentNo?: string;
    readonly publishedAt?: Instant;
    readonly url?: string;
  };
  readonly correct: WithReason & Amendment;
  readonly void: WithReason & { readonly version: number };
  readonly annul: WithReason;
  readonly link: { readonly dossierId: string };
  readonly unlink: { readonly dossierId: string };
  readonly 'revise-due': {
    readonly cause: 'calendar' | 'source';
    readonly declaredDueAt?: Instant;
    readonly primary?: SourceRecord;
  };
  readonly 'expire-supplement': Nothing;
}

type Amendment =
  { readonly version: number; readonly changes: EventChanges } | { readonly insert: InsertedEvent };

export type CommandType = keyof CommandBodies;

export type CommandOf<Type extends CommandType> = {
  [T in Type]: {
    readonly type: T;
    readonly body: CommandBodies[T];
    /** When it happened; now when absent. */
    readonly occurredAt?: Instant;
    readonly backdateReason?: string;
  };
}[Type];

export type Command = CommandOf<CommandType>;
