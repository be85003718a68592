import { dead, waits, type Fate } from '../post/parcel.ts';

/** What nodemailer tells of a failure: its own code, the server's, and where it stood. */
interface SmtpFailure {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly timeoutType?: unknown;
  readonly responseCode?: unknown;
  readonly command?: unknown;
}

const SHUT = waits('unreachable', { isSure: true, isShut: true });

/** Before anything of a message has left: names, addresses, passwords, certificates. */
const BEFORE = new Set<unknown>([
  ...['EAUTH', 'ENOAUTH', 'ETLS', 'EDNS', 'ECONFIG', 'EPROXY'],
  ...['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'],
]);

const byAnswer = (responseCode: number, command: unknown): Fate => {
  if (responseCode >= 500 && responseCode !== 503) return dead('refused');
  // Before a recipient is named it is the server that has no time, not a mailbox that is full.
  const isMailbox = command === 'RCPT TO' || command === 'DATA';
  return waits('refused', { isSure: true, isShut: !isMailbox });
};

/**
 * What a failed attempt came to. When a connection breaks nobody knows whether the server has the message.
 *
 * @example smtpFate({ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }) // dead, refused
 */
export const smtpFate = (error: unknown): Fate => {
  if (typeof error !== 'object' || error === null) return SHUT;
  const { code, originalCode, timeoutType, responseCode, command }: SmtpFailure = error;
  if (BEFORE.has(code) || BEFORE.has(originalCode) || BEFORE.has(timeoutType)) return SHUT;
  if (typeof responseCode === 'number') return byAnswer(responseCode, command);
  return waits('unreachable', { isSure: false, isShut: true });
};
