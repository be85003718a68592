export type { Actor, DossierId, Machine, Officer, Role, UserId } from './actor.ts';
export type { DossierState, Holder, Outcome, StateName, StepStay } from './state.ts';
export type {
  Authority,
  Channel,
  Intake,
  OnlineLevel,
  ProcedureSnapshot,
  SourceRecord,
} from './intake.ts';
export type { DossierEvent, EventOf, EventPayloads, EventType, OfficeEvent } from './event.ts';
export type { Span } from './span.ts';
