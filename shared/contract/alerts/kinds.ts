import {
  KIND_FACTS,
  type AlertKind,
  type AllowanceClass,
  type Hush,
  type Level,
  type ReasonCode,
  type Severity,
} from '#domain/alert';
import * as z from 'zod';

/** Every kind of contract §4, in its order. */
export const alertKinds = Object.keys(KIND_FACTS) as readonly AlertKind[];

const namesOf = <Name extends string>(names: Readonly<Record<Name, true>>): readonly Name[] =>
  Object.keys(names) as Name[];

// A word of the domain without its place here does not compile.
const severities = namesOf<Severity>({ info: true, warning: true, late: true });
const levels = namesOf<Level>({ officer: true, head: true, director: true, viceChair: true });
const reasons = namesOf<ReasonCode>({
  ...{ holder: true, desk: true, named: true },
  ...{ head: true, director: true, viceChair: true },
});
const hushes = namesOf<Hush>({ missedWhileDown: true, beforeImport: true });

export const alertKindSchema = z.enum(alertKinds);
export const severitySchema = z.enum(severities);
export const levelSchema = z.enum(levels);
export const reasonSchema = z.enum(reasons);
export const hushSchema = z.enum(hushes);
export const allowanceClassSchema = z.enum(
  namesOf<AllowanceClass>({ sameDay: true, short: true, long: true }),
);
