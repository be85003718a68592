// npm passes SIGTERM on to its shell, and many a shell dies of it without telling its child.
// When npm started us and that shell is gone, we have been asked to stop.

const LOOK_MS = 200;

/** Calls back once the shell that npm started us in is gone; never when npm did not start us. */
/** @param {() => void} onGone */
export const onParentGone = (onGone) => {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    onGone();
  }, LOOK_MS);
  look.unref();
};
