export { RegisterTellings } from './register-tellings.service.ts';
export { RegistersModule } from './registers.module.ts';
