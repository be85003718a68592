export { AuditBook, INSTALLATION, NOBODY, addressOf, homeOf, type Whence } from './audit-book.ts';
export { AuditModule } from './audit.module.ts';
