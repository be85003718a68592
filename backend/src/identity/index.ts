export { IdentityModule } from './identity.module.ts';
export { PasswordHasher } from './password/password-hasher.ts';
export { FirstAdministrator } from './setup/first-administrator.service.ts';
export { PeopleLists, type ListedUser } from './users/people-lists.service.ts';
export { SignersModule } from './users/signers.module.ts';
export { Signers } from './users/signers.service.ts';
