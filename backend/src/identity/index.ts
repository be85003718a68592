export { IdentityModule } from './identity.module.ts';
export { PasswordHasher } from './password/password-hasher.ts';
