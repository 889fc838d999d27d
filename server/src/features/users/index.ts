export { createCallerUsers, type CallerUsers } from './caller-users.ts';
export { createChangeAccess, type ChangeAccess } from './change-access.ts';
export { createInviteUsers, type InviteUsers } from './invite-users.ts';
export { openSince } from './invitation-period.ts';
export { admitAdmin, listAdmins, type KnownCaller } from './repository.ts';
export { userRoutes } from './routes.ts';
export { sanitizeSignature } from './sanitize-signature.ts';
export { createSendInvitation, SEND_INVITATION } from './send-invitation.ts';
