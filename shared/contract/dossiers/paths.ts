export const dossiersPath = '/api/v1/dossiers';
export const approvalsPath = '/api/v1/approvals';

/** How the version a command was decided on travels: `If-Match: "3"`; answers carry it as `ETag`. */
export const VERSION_HEADER = 'if-match';
/** The same key and the same body mean the same request, however often it is sent. */
export const KEY_HEADER = 'idempotency-key';
