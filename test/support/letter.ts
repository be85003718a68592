const bytesOf = (quoted: string): Buffer =>
  Buffer.from(
    quoted.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    ),
    'latin1',
  );

const wordOf = (_word: string, how: string, text: string): string =>
  how.toUpperCase() === 'B'
    ? Buffer.from(text, 'base64').toString()
    : bytesOf(text.replaceAll('_', ' ')).toString();

/** The subject of a letter as it went over the wire, folded and encoded. */
export const subjectOf = (source: string): string => {
  const [, folded = ''] = /^subject: ((?:.*\r\n[ \t])*.*)\r$/im.exec(source) ?? [];
  return folded
    .replaceAll(/\?=\r\n[ \t]=\?/g, '?==?')
    .replaceAll(/\r\n[ \t]/g, ' ')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, wordOf);
};

/** What a letter says: quoted-printable or base64, in UTF-8. */
export const textOf = (source: string): string => {
  const body = source.slice(source.indexOf('\r\n\r\n') + 4);
  return /^content-transfer-encoding: base64/im.test(source)
    ? Buffer.from(body, 'base64').toString()
    : bytesOf(body.replaceAll(/=\r?\n/g, '')).toString();
};
