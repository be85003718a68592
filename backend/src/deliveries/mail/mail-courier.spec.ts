import { afterEach, describe, expect, it } from '@jest/globals';
import { drips } from '../../../../test/support/mail-room.ts';
import { MailCourier } from './mail-courier.ts';

const letter = {
  id: '0190c000-0000-7000-8000-000000000001',
  to: { name: 'An', address: 'an@xa.example' },
  ...{ subject: 'Một việc', text: 'Một việc cần xem' },
};

describe('a mail server that answers drop by drop', () => {
  let close: () => Promise<void> = () => Promise.resolve();
  afterEach(() => close());

  it('is not listened to for ever: the letter is with us still, and goes again', async () => {
    const server = await drips();
    const courier = new MailCourier({
      ...{ server: `smtp://127.0.0.1:${server.port}`, sender: undefined, home: undefined },
      wholeMs: 100,
    });
    close = async () => {
      courier.close();
      await server.close();
    };
    expect(await courier.post(letter)).toMatchObject({ fate: 'waits' });
  });
});
