/** What a stretch of scrolling was like, by the browser's own word. */
export interface Told {
  readonly frames: number;
  /** Frames that came more than 50 ms after the one before. */
  readonly slow: number;
  readonly longest: number;
  /** Pieces of script and layout that held the page for more than 50 ms. */
  readonly tasks: number;
  readonly longestTask: number;
  /** Frames in which part of what is in sight was not drawn. */
  readonly blank: number;
}

/** Run in the page: counts frames and long tasks between `begin` and `end`. */
export const listenToFrames = `{
  const SLOW_MS = 50;
  let told, last, isRunning = false;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      if (!isRunning) continue;
      told.tasks += 1;
      told.longestTask = Math.max(told.longestTask, Math.round(duration));
    }
  }).observe({ type: 'longtask' });
  const isBlank = () => {
    const frame = document.querySelector('mc-work-table .frame');
    if (!frame) return true;
    const box = frame.getBoundingClientRect();
    const seen = [0.25, 0.5, 0.75].map((share) =>
      document.elementFromPoint(box.left + box.width / 2, box.top + box.height * share));
    return seen.some((each) => !each?.closest('tr[aria-rowindex]'));
  };
  const frame = (at) => {
    if (!isRunning) return;
    const passed = at - last;
    last = at;
    told.frames += 1;
    if (passed > SLOW_MS) told.slow += 1;
    told.longest = Math.max(told.longest, Math.round(passed));
    requestAnimationFrame(frame);
    // Once this frame is laid out, so that asking costs nothing.
    setTimeout(() => { if (isBlank()) told.blank += 1; });
  };
  window.mcFrames = {
    begin() {
      told = { frames: 0, slow: 0, longest: 0, tasks: 0, longestTask: 0, blank: 0 };
      isRunning = true;
      requestAnimationFrame((at) => { last = at; requestAnimationFrame(frame); });
    },
    end() {
      isRunning = false;
      return told;
    },
  };
}`;
