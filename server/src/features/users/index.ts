export { createCallerUsers, type CallerUsers } from './caller-users.ts';
export { createChangeAccess, type ChangeAccess } from './change-access.ts';
export { createEndInactiveUser, END_INACTIVE_USER } from './end-inactive-user.ts';
export { createLookForInactiveUsers, LOOK_FOR_INACTIVE_USERS } from './look-for-inactive-users.ts';
export { createInviteUsers, type InviteUsers } from './invite-users.ts';
export { admitAdmin, listAdmins, type CallerUser } from './repository.ts';
export { userRoutes } from './routes.ts';
export { sanitizeSignature } from './sanitize-signature.ts';
export { createSendInvitation, SEND_INVITATION } from './send-invitation.ts';
