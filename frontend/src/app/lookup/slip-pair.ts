/** What a slip carries. */
export interface SlipPair {
  readonly code: string;
  readonly lookupCode: string;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // Typed by hand, half copied: what stands there is what is shown.
    return text;
  }
};

/**
 * The pair behind the `#` of a slip's QR: `#<code>/<lookupCode>`. It never reached a server.
 *
 * @example pairIn('#H24.99-260115-0001/7K3MQ9TD') // { code: 'H24.99-260115-0001', lookupCode: '7K3MQ9TD' }
 */
export const pairIn = (fragment: string): SlipPair | undefined => {
  const [, code = '', lookupCode = ''] = /^#([^/]{1,100})\/([^/]{1,40})$/.exec(fragment) ?? [];
  return code === '' ? undefined : { code: decoded(code), lookupCode: decoded(lookupCode) };
};
