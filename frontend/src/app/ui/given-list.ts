/** What somebody dropped, chose or pasted. */
export interface GivenList {
  readonly name: string;
  readonly file: File;
}

/** Of a table copied from a page its cells as they stood there; else its text, if it looks like a table. */
export function pastedList(data: DataTransfer, name: string): GivenList | undefined {
  const [file] = data.files;
  if (file !== undefined) return { name: file.name, file };
  const page = data.getData('text/html');
  const text = data.getData('text/plain');
  if (/<table/i.test(page)) {
    return { name, file: new File([page], 'bang.html', { type: 'text/html' }) };
  }
  const isTable = text.split(/\r?\n/).filter((line) => line.includes('\t')).length >= 2;
  return isTable ? { name, file: new File([text], 'bang.txt', { type: 'text/plain' }) } : undefined;
}

/** A name without its ending, to remember a kind of list by. */
export const plainName = ({ name }: GivenList): string =>
  name.replace(/\.[a-z]{2,4}$/i, '').slice(0, 100);
