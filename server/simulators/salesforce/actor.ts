import type { Org, SimUser } from './entities.ts';
import type { Store } from './store.ts';

/** Who writes, and where. */
export interface Actor {
  store: Store;
  org: Org;
  user: SimUser;
}
