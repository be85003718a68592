export { ReportsModule } from './reports.module.ts';
export { FINISHED_LATE, dayOf as localDaySql } from './engine/passage-sql.ts';
export { IssueDesk } from './issue/issue-desk.service.ts';
export { ReportSchedules } from './schedule/schedules.service.ts';
export { ReportDrafter } from './schedule/report-drafter.service.ts';
export { SourcePopulation, type PlacedOfSource } from './engine/source-population.service.ts';
export { FrameBook } from './frame-book.service.ts';
export { ReportDesk } from './report-desk.service.ts';
