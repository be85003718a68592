import { type Transporter, createTransport } from 'nodemailer';
import { letterWords } from '#wording/notices';
import { SENT, nowhere, type Courier, type Fate, type Letter } from '../post/parcel.ts';
import { mailText } from './mail-text.ts';
import { smtpFate } from './smtp-fate.ts';

const SETUP_MS = 10_000;
const SILENCE_MS = 10_000;
const WHOLE_MS = 25_000;
const CONNECTIONS = 2;

export interface MailSettings {
  /** `smtp://` or `smtps://`; absent: there is no mail. */
  readonly server: string | undefined;
  readonly sender: string | undefined;
  /** Where the product is found, for links. */
  readonly home: string | undefined;
  /** However busily a server drips its answers, a letter is not waited for any longer. */
  readonly wholeMs?: number;
}

/** One letter to one mailbox. */
export interface Mail {
  /** The same for every try: by it a receiver knows a repetition. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}

const DEFAULT_SENDER = 'motcua@localhost';

/** Whoever signs in at the server as a mailbox sends from it; others have to be told. */
const senderOf = ({ server, sender }: MailSettings): string => {
  if (sender !== undefined) return sender;
  const user = server === undefined ? '' : decodeURIComponent(new URL(server).username);
  return user.includes('@') ? user : DEFAULT_SENDER;
};

const domainOf = (mailbox: string): string => mailbox.slice(mailbox.lastIndexOf('@') + 1);

/** Carries letters to a mail server of the office. */
export class MailCourier implements Courier {
  readonly channel = 'email';
  readonly isPatient = true;
  readonly #sender: string;
  readonly #home: string | undefined;
  readonly #wholeMs: number;
  readonly #transport: Transporter | undefined;

  constructor(settings: MailSettings) {
    this.#sender = senderOf(settings);
    this.#home = settings.home;
    this.#wholeMs = settings.wholeMs ?? WHOLE_MS;
    this.#transport =
      settings.server === undefined
        ? undefined
        : createTransport({
            url: settings.server,
            pool: true,
            maxConnections: CONNECTIONS,
            // What it would try again by itself is tried again by the rows, with the outcome told.
            maxRequeues: 0,
            connectionTimeout: SETUP_MS,
            greetingTimeout: SETUP_MS,
            socketTimeout: SILENCE_MS,
            disableFileAccess: true,
            disableUrlAccess: true,
          });
  }

  /** Whether there is a server to give letters to. */
  get isSet(): boolean {
    return this.#transport !== undefined;
  }

  /** Where the product is found, for links in letters that others write. */
  get home(): string | undefined {
    return this.#home;
  }

  carry(letter: Letter): Promise<Fate> {
    const { to, parcel } = letter;
    if (to.email === null) return Promise.resolve(nowhere(this.isSet ? 'no-address' : 'no-server'));
    const { subject, text } = mailText(letter, letterWords.vi, this.#home);
    const mailbox = { name: to.displayName, address: to.email };
    return this.post({ id: parcel.id, to: mailbox, subject, text });
  }

  async post({ id, to, subject, text }: Mail): Promise<Fate> {
    if (this.#transport === undefined) return nowhere('no-server');
    try {
      await this.#transport.sendMail({
        from: { name: 'Motcua', address: this.#sender },
        to,
        subject,
        text,
        messageId: `<${id}@${domainOf(this.#sender)}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal: AbortSignal.timeout(this.#wholeMs),
      });
      return SENT;
    } catch (error) {
      return smtpFate(error);
    }
  }

  close(): void {
    this.#transport?.close();
  }
}
