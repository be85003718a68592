/** So long a page may be looked at, printed and saved before its bytes are let go. */
const KEPT_MS = 10 * 60_000;

/** A tab in which something will stand that is still being made. */
export interface PrintTab {
  show(file: Blob): void;
  /** Nothing came of it. */
  close(): void;
}

/**
 * Opened with the very key or click that asks for it: seconds later, when the pages are made, a browser would
 * take it for a pop-up. Undefined where it does so even now. The browser's own viewer shows and prints it.
 */
export const openPrintTab = (document: Document, waiting: string): PrintTab | undefined => {
  const tab = document.defaultView?.open('', '_blank');
  if (tab === null || tab === undefined) return undefined;
  tab.document.title = waiting;
  tab.document.body.textContent = waiting;
  return {
    show(file) {
      const address = URL.createObjectURL(file);
      tab.location.replace(address);
      setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
    },
    close: () => tab.close(),
  };
};
