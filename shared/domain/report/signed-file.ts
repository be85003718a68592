const BEGINNING = '%PDF-';
const END = '%%EOF';
/** Where a file must have ended: some programs write a line or two behind the mark (ISO 32000-1, H.3). */
const TAIL = 1024;

const lettersIn = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/**
 * Whether these bytes are a PDF, whole from its first letter to its mark of the end. What a file is named says
 * nothing; an upload that broke off has no end.
 */
export const isWholePdf = (bytes: Uint8Array): boolean =>
  lettersIn(bytes.subarray(0, BEGINNING.length)) === BEGINNING &&
  lettersIn(bytes.subarray(-TAIL)).includes(END);
