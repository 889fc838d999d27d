export { createUploadCertificate } from './certificates.ts';
export { createConfirmOrigin, suggestedLightningOrigin } from './lightning-origin.ts';
export { createKnownOrgs, type KnownOrgs } from './known-orgs.ts';
export { createPanelSessions, type PanelSessions } from './panel-sessions.ts';
export { createRegisterOrg, type RegisterOrg } from './register-org.ts';
export { findOrg, isRegisteredOrigin, listActiveCertificates, type Org, type OrgCertificate } from './repository.ts';
export { sessionRoutes } from './routes.ts';
export { refuseWhileStopped } from './refuse-while-stopped.ts';
