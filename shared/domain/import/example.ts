/** What stands in the first cell of a template's example: such a row is never brought in. */
export const EXAMPLE = 'VÍ DỤ';

const MARKED = /^ví\s+dụ(?![\p{L}\p{N}])/iu;

/** By its marks: *VIDU-1* is somebody's code. */
export const isExample = (cell: string): boolean => MARKED.test(cell.normalize('NFC').trim());
