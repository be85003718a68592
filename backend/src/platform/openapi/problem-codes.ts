import type { ProblemCode } from '#contract/problem';
import * as z from 'zod';
import { isWrite } from '../auth/foreign-request.ts';
import type { Hindrance } from '../auth/policy.ts';
import type { Operation } from './operation.ts';

const ALWAYS: readonly ProblemCode[] = ['not-ready', 'took-too-long', 'unexpected'];

const namesUnit = (schema: z.ZodType | undefined): boolean => {
  if (schema instanceof z.ZodReadonly) return namesUnit(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodObject && 'unitId' in schema.shape;
};

/** A POST done once, however often it is sent. */
export const takesKey = ({ method, access, promised }: Operation): boolean =>
  method === 'POST' && access.kind !== 'public' && promised?.ignoresKey !== true;

const HINDERED: Readonly<Record<Hindrance, readonly ProblemCode[]>> = {
  free: ['session-locked', 'password-change-required', 'second-factor-required'],
  restricted: ['session-locked'],
  locked: [],
};

const ofAccess = ({ access, method }: Operation): readonly ProblemCode[] => {
  const foreign: readonly ProblemCode[] = isWrite(method) ? ['foreign-request'] : [];
  if (access.kind === 'public') return foreign;
  const hindered = HINDERED[access.kind === 'signedIn' ? access.evenWhile : 'free'];
  return ['sign-in-required', 'not-permitted', ...foreign, ...hindered];
};

type When = readonly [is: boolean, ...codes: readonly ProblemCode[]];

const whenever = (...cases: readonly When[]): readonly ProblemCode[] =>
  cases.flatMap(([is, ...codes]) => (is ? codes : []));

const ofInput = (operation: Operation): readonly ProblemCode[] => {
  const { body, query, method, places } = operation;
  const takesUnit = operation.access.kind !== 'public' && [body, query].some(namesUnit);
  const reads = [body, query, ...places.map(({ schema }) => schema)].some(Boolean);
  return whenever(
    [reads, 'invalid-request', 'value-out-of-range'],
    [isWrite(method), 'body-too-large'],
    [places.length > 0 || takesUnit, 'not-found'],
    [takesUnit, 'unit-required'],
    [takesKey(operation), 'key-used-otherwise', 'request-under-way'],
    [operation.promised?.versioned === true, 'version-required', 'version-stale'],
  );
};

/** Why a route may refuse: what follows from how it is made, and what it says of itself. */
export const problemCodesOf = (operation: Operation): readonly ProblemCode[] => [
  ...new Set([
    ...ofInput(operation),
    ...ofAccess(operation),
    ...(operation.promised?.problems ?? []),
    ...ALWAYS,
  ]),
];
