import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { FileRefused } from './file-refused.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What a part of a workbook is read with; names come without their prefix. */
export interface XmlListener {
  opened(name: string, attributes: XmlAttributes): void;
  closed?(name: string): void;
  said?(text: string): void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML as it comes, never the whole of it. Workbooks declare no document types: one that does wants an entity
 * to be followed or to be multiplied, and nothing of it is read.
 */
export async function readXml(stream: Readable, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new FileRefused('file-unsafe');
  });
  parser.on('error', () => {
    throw new FileRefused('file-damaged');
  });
  parser.on('opentag', ({ name, attributes }) => listener.opened(localName(name), attributes));
  parser.on('closetag', ({ name }) => listener.closed?.(localName(name)));
  parser.on('text', (text) => listener.said?.(text));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.close();
}
