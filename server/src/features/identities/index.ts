export { createFindGmailSignature, type FindGmailSignature } from './find-gmail-signature.ts';
export { createIdentities, type Identities } from './identities.ts';
export { findSenderIdentities, findSenderOf } from './own-identities.ts';
export { identityRoutes } from './routes.ts';
export { IdentityList } from './schemas.ts';
export { createSendIdentityVerification, SEND_IDENTITY_VERIFICATION } from './send-identity-verification.ts';
export { createVerification, type Verification } from './verify-identity.ts';
