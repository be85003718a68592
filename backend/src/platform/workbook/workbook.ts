import type { Serials } from '#domain/import';
import { formatOf, type NumberFormat } from './number-format.ts';
import { readXml, type XmlAttributes } from './xml.ts';
import { FileRefused } from './file-refused.ts';
import { MOST_SHEETS } from './limits.ts';
import type { ZipParts } from './zip-parts.ts';

/** What its cells lean on. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly serials: Serials;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

const kindOf = (type: string): string => type.slice(type.lastIndexOf('/') + 1);

/** Paths within a workbook are of its own folder, or of its root. */
const partOf = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : `${folder}${target}`;

async function relations(
  zip: ZipParts,
  name: string,
  folder: string,
): Promise<readonly Relation[]> {
  const found: Relation[] = [];
  await readXml(await zip.stream(name), {
    opened: (tag, { Id: id, Type: type, Target: target, TargetMode: mode }) => {
      if (tag !== 'Relationship' || mode === 'External') return;
      if (id !== undefined && type !== undefined && target !== undefined) {
        found.push({ id, type: kindOf(type), part: partOf(folder, target) });
      }
    },
  });
  return found;
}

export async function openWorkbook(zip: ZipParts): Promise<Workbook> {
  const [root] = (await relations(zip, '_rels/.rels', '')).filter(
    ({ type }) => type === 'officeDocument',
  );
  if (root === undefined) throw new FileRefused('file-damaged');
  const cut = root.part.lastIndexOf('/') + 1;
  const [folder, file] = [root.part.slice(0, cut), root.part.slice(cut)];
  const parts = await relations(zip, `${folder}_rels/${file}.rels`, folder);
  const partNamed = (type: string) => parts.find((each) => each.type === type)?.part;
  return {
    ...(await sheetsOf(zip, root.part, parts)),
    texts: await textsOf(zip, partNamed('sharedStrings')),
    formats: await formatsOf(zip, partNamed('styles')),
  };
}

async function sheetsOf(
  zip: ZipParts,
  part: string,
  parts: readonly Relation[],
): Promise<Pick<Workbook, 'sheets' | 'serials'>> {
  const sheets: { name: string; part: string }[] = [];
  let serials: Serials = '1900';
  const byId = new Map(parts.map((each) => [each.id, each]));
  await readXml(await zip.stream(part), {
    opened: (tag, attributes) => {
      if (tag === 'workbookPr' && isYes(attributes['date1904'])) serials = '1904';
      const relation = tag === 'sheet' ? byId.get(relationId(attributes)) : undefined;
      if (relation?.type !== 'worksheet' || isHidden(attributes)) return;
      sheets.push({ name: attributes['name'] ?? '', part: relation.part });
    },
  });
  // A workbook that holds no table at all is another kind of document, or a broken one.
  if (sheets.length === 0) throw new FileRefused('file-damaged');
  if (sheets.length > MOST_SHEETS) throw new FileRefused('file-too-large-inside');
  return { sheets, serials };
}

const isYes = (said: string | undefined): boolean => said === '1' || said === 'true';
const isHidden = ({ state }: XmlAttributes): boolean => state !== undefined && state !== 'visible';

const relationId = (attributes: XmlAttributes): string =>
  Object.entries(attributes).find(([name]) => /(?:^|:)id$/.test(name))?.[1] ?? '';

/** Texts that cells share; how they are pronounced is left out. */
async function textsOf(zip: ZipParts, part: string | undefined): Promise<readonly string[]> {
  const texts: string[] = [];
  if (part === undefined || !zip.has(part)) return texts;
  let text = '';
  let isText = false;
  let spoken = 0;
  await readXml(await zip.stream(part), {
    opened: (tag) => {
      if (tag === 'si') text = '';
      if (tag === 'rPh') spoken += 1;
      isText = tag === 't' && spoken === 0;
    },
    said: (said) => {
      if (isText) text += said;
    },
    closed: (tag) => {
      if (tag === 'rPh') spoken -= 1;
      if (tag === 'si') texts.push(text);
      isText = false;
    },
  });
  return texts;
}

async function formatsOf(
  zip: ZipParts,
  part: string | undefined,
): Promise<readonly NumberFormat[]> {
  const formats: NumberFormat[] = [];
  if (part === undefined || !zip.has(part)) return formats;
  const codes = new Map<number, string>();
  let isOfCells = false;
  await readXml(await zip.stream(part), {
    opened: (tag, { numFmtId, formatCode }) => {
      const id = Number(numFmtId ?? 0);
      if (tag === 'numFmt' && formatCode !== undefined) codes.set(id, formatCode);
      if (tag === 'cellXfs') isOfCells = true;
      if (tag === 'xf' && isOfCells) formats.push(formatOf(id, codes.get(id)));
    },
    closed: (tag) => {
      if (tag === 'cellXfs') isOfCells = false;
    },
  });
  return formats;
}
