import { describe, expect, it } from '@jest/globals';
import { dead, waits } from '../post/parcel.ts';
import { smtpFate } from './smtp-fate.ts';

const gone = dead('refused');
const later = waits('refused', { isSure: true, isShut: false });
const busy = waits('refused', { isSure: true, isShut: true });
const away = waits('unreachable', { isSure: true, isShut: true });
const unknown = waits('unreachable', { isSure: false, isShut: true });

describe('a mail that did not leave', () => {
  it.each([
    ['a mailbox that is not there', { responseCode: 550, command: 'RCPT TO' }, gone],
    ['a text that is not wanted', { responseCode: 554, command: 'DATA' }, gone],
    ['a mailbox that is full today', { responseCode: 452, command: 'RCPT TO' }, later],
    ['a text to be sent later', { responseCode: 451, command: 'DATA' }, later],
    ['a server without time', { responseCode: 421, command: 'EHLO' }, busy],
    ['a session out of step', { responseCode: 503, command: 'MAIL FROM' }, busy],
    ['a wrong password', { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, away],
    ['nobody at the door', { code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, away],
    ['nobody who greets', { code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT' }, away],
    ['a line that broke', { code: 'ECONNECTION', command: 'CONN' }, unknown],
    ['a server that fell silent', { code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' }, unknown],
    ['a server that drips', { code: 'EABORT' }, unknown],
    ['what is no failure at all', undefined, away],
  ])('because of %s', (_what, error, fate) => {
    expect(smtpFate(error)).toEqual(fate);
  });
});
