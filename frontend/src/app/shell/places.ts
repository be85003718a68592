/** Addresses that the frame itself leads to. */
export const SIGN_IN = 'dang-nhap';
export const PROFILE = 'ca-nhan';
/** The console of the first start names it. */
export const SETUP = 'thiet-lap';
/** The link an administrator hands over leads to it. */
export const RESET = 'dat-lai-mat-khau';
/** A dossier's own page, behind its id or code: the palette leads there, and whatever speaks of a dossier. */
export const DOSSIER_PLACE = 'ho-so';
/** The registers of a report: alerts about feedback and the text of reports lead there. */
export const REGISTER_PLACE = 'so-theo-doi';
