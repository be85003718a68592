export {
  auditEntrySchema,
  auditPageSchema,
  auditPath,
  auditQuerySchema,
  type AuditEntry,
  type AuditQuery,
} from './audit.ts';
