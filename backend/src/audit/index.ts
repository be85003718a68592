export {
  AuditBook,
  INSTALLATION,
  NOBODY,
  addressOf,
  auditLine,
  homeOf,
  type AuditActor,
  type AuditLine,
  type AuditNote,
  type Whence,
} from './audit-book.ts';
export { AuditModule } from './audit.module.ts';
