import { text } from 'node:stream/consumers';
import { ZipParts } from '../../backend/src/platform/workbook/zip-parts.ts';

/** A part of a document or workbook, as it is written there. */
export const zipPart = async (file: Buffer, name: string): Promise<string> =>
  text(await (await ZipParts.open(file)).stream(name));
