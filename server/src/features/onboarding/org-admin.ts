import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '../../platform/error-catalogue/index.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Tx } from '../../platform/postgres.ts';
import { findOrg, isProven, type Org, type TrustChanger } from '../orgs/index.ts';
import { goTo, repOf } from './door.ts';
import type { OnboardingDependencies } from './index.ts';
import { personOf } from './record-sign-in.ts';
import { findAdministratorAt, type Rep } from './repository.ts';

/** An admin in front of the pages of their org. */
export interface OrgAdmin extends TrustChanger {
  org: Org;
  rep: Rep;
  /** Whether Salesforce has said lately, in this browser, that they are an administrator of the org. */
  isProven: boolean;
}

/** What only an admin sees; everybody else is led to the sign-in. */
export async function asOrgAdmin(
  { pool, clock }: Pick<OnboardingDependencies, 'pool' | 'clock'>,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (admin: OrgAdmin) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const rep = await repOf({ pool, clock }, request);
  if (rep?.role !== 'admin' || rep.state !== 'activated') return goTo(reply, '/onboarding/org');
  const read = async (tx: Tx) => ({
    org: await findOrg(tx, rep.orgId),
    administratorAt: await findAdministratorAt(tx, rep.orgId, request.browser),
  });
  const { org, administratorAt } = await inOrg(pool, rep.orgId, read);
  if (!org) return goTo(reply, '/onboarding/org');
  return work({ org, rep, actor: personOf(rep, request.ip), administratorAt, isProven: isProven({ administratorAt }, clock.now()) });
}

/** Why something was refused, in the words of whoever reads the page. */
export interface Refusal {
  title: string;
  code: ErrorCode;
  status: number;
}

/** What the admin can mend is explained on the page where they are. */
export async function orSayWhy(
  { answerLanguage }: FastifyRequest,
  work: () => Promise<FastifyReply>,
  explain: (problem: Refusal) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && [400, 403, 409].includes(error.status)) {
      const { code, status } = error;
      return explain({ title: error.titleIn(answerLanguage), code, status });
    }
    throw error;
  }
}
