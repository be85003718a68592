/** What may be the same as a dossier under another code, beside it; its input is `detail`. */
export const loadDossierTwins = async () => (await import('./dossier-twins.ts')).DossierTwinsPanel;

/** The pairs of a unit that nobody has linked. */
export const loadTwinList = async () => (await import('./twin-list.ts')).TwinList;
