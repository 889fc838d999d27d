/** How long an invitation is open, and the link in its letter with it. Afterwards its seat is free, and an admin can send it again. */
const INVITATION_DAYS = 30;
const INVITATION_MS = INVITATION_DAYS * 24 * 3_600_000;

export function invitationEnd(invitedAt: Date): Date {
  return new Date(invitedAt.getTime() + INVITATION_MS);
}

/** Invitations from before this moment have expired. */
export function openSince(now: Date): Date {
  return new Date(now.getTime() - INVITATION_MS);
}
