import { DOCUMENT, InjectionToken, inject } from '@angular/core';

/** Begins with a page of its own, as if just arrived: nothing that stood on this one is left. */
export const NEW_PAGE = new InjectionToken<() => void>('new page', {
  factory: () => {
    const page = inject(DOCUMENT).defaultView;
    return () => page?.location.assign('/');
  },
});
