// What the launcher says on screen: Vietnamese first for the office, then English for whoever
// looks after the machine. Plain text only: it has to read well in a log file too.

/**
 * @typedef {{ what: string, why: string, todo: string }} Account
 * @typedef {{ vi: Account, en: Account }} Accounts
 */

/** @param {string} vi @param {string} en */
export const say = (vi, en) => {
  process.stdout.write(`${vi}\n  ${en}\n`);
};

/** A failure that a person can do something about: what happened, why, and what to do. */
export class Failure extends Error {
  /** @param {Accounts} accounts @param {ErrorOptions} [options] */
  constructor(accounts, options) {
    super(accounts.en.what, options);
    this.name = 'Failure';
    this.accounts = accounts;
  }
}

/** @param {unknown} error @returns {Accounts | undefined} */
const accountsOf = (error) =>
  // The compiled supervisor has a Failure class of its own: the shape decides, not the class.
  error instanceof Error && 'accounts' in error
    ? /** @type {Accounts} */ (error.accounts)
    : undefined;

/** @param {unknown} error @returns {Accounts} */
const unexpected = (error) => {
  const why = error instanceof Error ? error.message : String(error);
  const story = error instanceof Error ? (error.stack ?? why) : why;
  return {
    vi: {
      what: 'Motcua dừng lại vì một lỗi chưa lường trước.',
      why,
      todo: 'Chạy lại `npm start`. Nếu lỗi lặp lại, gửi nguyên văn thông báo này cho nhóm phát triển.',
    },
    en: {
      what: 'Motcua stopped on an unforeseen error.',
      why: story,
      todo: 'Run `npm start` again. If it happens again, send this message to the developers.',
    },
  };
};

/** @param {unknown} error */
export const describeFailure = (error) => {
  const { vi, en } = accountsOf(error) ?? unexpected(error);
  return [
    '',
    vi.what,
    `  Vì sao: ${vi.why}`,
    `  Cần làm: ${vi.todo}`,
    '',
    en.what,
    `  Why: ${en.why}`,
    `  What to do: ${en.todo}`,
    '',
  ].join('\n');
};

/** @param {unknown} error */
export const sayFailure = (error) => {
  process.stderr.write(`${describeFailure(error)}\n`);
};
