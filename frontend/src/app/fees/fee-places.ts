export const FEES_PLACE = 'phi-le-phi';
export const BOOK_PLACE = 'phi-le-phi/so-thu';
