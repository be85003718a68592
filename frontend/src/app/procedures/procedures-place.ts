/** Where the catalogue is kept; a procedure stands behind its code. */
export const PROCEDURES_PLACE = 'quan-tri/thu-tuc';
export const MATCHES_PLACE = 'quan-tri/doi-chieu-danh-muc';
