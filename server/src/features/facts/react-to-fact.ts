import { z } from 'zod';
import type { JobHandler } from '../../platform/jobs.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import type { Facts } from './facts.ts';
import { findFact } from './repository.ts';

export const REACT_TO_FACT = 'react-to-fact';

const Payload = z.object({ orgId: z.string(), factId: z.uuid() });

/** Job: what follows from a fact that the release before recorded while it served beside this one. */
export function createReactToFact({ pool, facts }: { pool: Pool; facts: Facts }): JobHandler {
  return async function reactToFact(payload) {
    const { orgId, factId } = Payload.parse(payload);
    await inOrg(pool, orgId, async (tx) => {
      const fact = await findFact(tx, orgId, factId);
      if (fact) await facts.follow(tx, orgId, fact);
    });
  };
}
