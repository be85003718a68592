/** A failure someone can do something about: what happened, why, and what to do. */
export interface Account {
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

/** Ends the program; the door prints `accounts`, Vietnamese first. */
export class Failure extends Error {
  readonly accounts: { readonly vi: Account; readonly en: Account };

  constructor(vi: Account, en: Account, options?: ErrorOptions) {
    super(en.what, options);
    this.name = 'Failure';
    this.accounts = { vi, en };
  }
}

const lines = (account: Account, why: string, todo: string): string[] => [
  account.what,
  `  ${why}: ${account.why}`,
  `  ${todo}: ${account.todo}`,
  '',
];

export const describeFailure = ({ accounts: { vi, en } }: Failure): string =>
  ['', ...lines(vi, 'Vì sao', 'Cần làm'), ...lines(en, 'Why', 'What to do')].join('\n');

const unexpected = (error: unknown): Failure => {
  const why = error instanceof Error ? error.message : String(error);
  const story = error instanceof Error ? (error.stack ?? why) : why;
  return new Failure(
    {
      what: 'Motcua dừng lại vì một lỗi chưa lường trước.',
      why,
      todo: 'Khởi động lại. Nếu lỗi lặp lại, gửi thông báo này cho nhóm phát triển.',
    },
    {
      what: 'Motcua stopped on an unforeseen error.',
      why: story,
      todo: 'Start it again. If it happens again, send this message to the developers.',
    },
    { cause: error },
  );
};

export const asFailure = (error: unknown): Failure =>
  error instanceof Failure ? error : unexpected(error);
