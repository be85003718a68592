/** The page of what may become late; the board of leaders leads there. */
export const RISK_PLACE = 'nguy-co';
