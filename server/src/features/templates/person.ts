import { requireActivated, type Caller } from '../../platform/panel-caller.ts';

/** Who looks at templates or changes them, with the role that counts now. */
export interface Person {
  userId: string;
  isAdmin: boolean;
}

/** AppError 403 for whoever is not activated. An admin whose permission in Salesforce is missing counts as a rep. */
export function personOf(caller: Caller): Person {
  const { id, role } = requireActivated(caller);
  return { userId: id, isAdmin: role === 'admin' && caller.mayAdminister === true };
}
