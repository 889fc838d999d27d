import { inOrg, type Pool } from '../../platform/postgres.ts';
import { templateGone } from './gone.ts';
import type { Person } from './person.ts';
import { deleteFavourite, insertFavourite } from './repository.ts';

/** TP-5 */
export interface Favourites {
  /** Twice is once. AppError 404 for a template that the person does not see. */
  add(orgId: string, by: Person, id: string): Promise<void>;
  /** Also of one that is none. AppError 404 for a template that the person does not see. */
  remove(orgId: string, by: Person, id: string): Promise<void>;
}

export function createFavourites({ pool }: { pool: Pool }): Favourites {
  return {
    add: (orgId, by, id) =>
      inOrg(pool, orgId, async (tx) => {
        if (!(await insertFavourite(tx, orgId, by, id))) throw templateGone();
      }),
    remove: (orgId, by, id) =>
      inOrg(pool, orgId, async (tx) => {
        if (!(await deleteFavourite(tx, orgId, by, id))) throw templateGone();
      }),
  };
}
