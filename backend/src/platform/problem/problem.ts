import { HttpException } from '@nestjs/common';
import { type Problem, type ProblemCode, isFieldFault, problemType } from '#contract/problem';
import { type Language, fieldWording, problemWording } from '#wording';
import { isDatabaseAway } from '../database/is-away.ts';
import { isOutOfTime } from '../database/statement-failed.ts';
import type { FaultyField } from './field-faults.ts';
import { ProblemError } from './problem-error.ts';
import { problemStatus } from './status.ts';

export interface Asked {
  readonly language: Language;
  readonly instance: string;
  readonly requestId: string;
}

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  // Fastify's own refusals (a body that is no JSON, too large, …) carry a status.
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
};

const OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  413: 'body-too-large',
  415: 'unsupported-media-type',
};

const codeOf = (error: unknown): ProblemCode => {
  if (error instanceof ProblemError) return error.code;
  if (isDatabaseAway(error)) return 'not-ready';
  if (isOutOfTime(error)) return 'took-too-long';
  const status = statusOf(error) ?? 500;
  return OF_STATUS[status] ?? (status < 500 ? 'invalid-request' : 'unexpected');
};

/** The facts by which a client goes on, where the contract names them: beside `code`. */
const beside = (code: ProblemCode, { allowed, version, id }: Problem['facts']) => ({
  ...(Array.isArray(allowed) && { allowed: allowed.map(String) }),
  ...(code === 'version-stale' && typeof version === 'number' && { version }),
  ...(code === 'dossier-exists' && typeof id === 'string' && { id }),
});

const messageOf = (fault: FaultyField['code'], language: Language): string =>
  isFieldFault(fault) ? fieldWording[language][fault] : problemWording[language][fault].detail;

/** Says in the reader's words why the request was not done; nothing of the error itself leaks. */
export const problemOf = (error: unknown, { language, instance, requestId }: Asked): Problem => {
  const code = codeOf(error);
  const ours = error instanceof ProblemError ? error : undefined;
  const facts = ours?.facts ?? {};
  const errors = ours?.errors?.map(({ path, code: fault }) => ({
    path,
    code: fault,
    message: messageOf(fault, language),
  }));
  return {
    type: problemType(code),
    ...problemWording[language][code],
    status: problemStatus[code],
    instance,
    code,
    requestId,
    facts,
    ...beside(code, facts),
    ...(errors !== undefined && { errors }),
  };
};
