export { newActKey } from './act-key.ts';
export { ApiClient, FETCH, type Act, type Fetch, type Query } from './api-client.ts';
export {
  ApiProblem,
  problemOf,
  type Answer,
  type ClientProblem,
  type ClientProblemCode,
} from './client-problem.ts';
export { Drafts } from './drafts.ts';
export { Live, injectLive, type LiveNews, type LiveState } from './live.ts';
export { OfficeCalendar } from './office-calendar.ts';
export { OfficeClock } from './office-clock.ts';
export { PagedList, type LoadPage } from './paged-list.ts';
export { People } from './people.ts';
export { HeldFiles } from './held-files.ts';
export { Sources } from './sources.ts';
export { Session, type Credentials } from './session.ts';
export { SessionTabs } from './session-tabs.ts';
