const GROUPS = /\B(?=(\d{3})+(?!\d))/g;

/** `1.234.567,5`: dots between thousands, a comma before decimals, in both languages. */
export const numberText = (value: number, decimals = 0): string => {
  const [whole = '', part] = value.toFixed(decimals).split('.');
  const grouped = whole.replace(GROUPS, '.');
  return part === undefined ? grouped : `${grouped},${part}`;
};
