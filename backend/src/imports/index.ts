export { BroughtLists, type BroughtLine, type BroughtList } from './brought-lists.service.ts';
export { ImportsModule } from './imports.module.ts';
