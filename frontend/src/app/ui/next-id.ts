let last = 0;

/** An id nothing else on the page has, to tie a label to what it labels. */
export const nextId = (kind: string): string => {
  last += 1;
  return `mc-${kind}-${last}`;
};
