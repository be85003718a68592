import { InjectionToken, type Type } from '@angular/core';

/** What hangs in the frame and tells what somebody is alerted of; whose it is, the frame does not know. */
export const BELL = new InjectionToken<() => Promise<Type<unknown>>>('bell');
