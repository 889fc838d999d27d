import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { AppError } from '../../../platform/errors.ts';
import { inOrg } from '../../../platform/postgres.ts';
import { MOST_SIGNATURE_CHARACTERS } from '../../../platform/rich-text/sanitize-signature.ts';
import { TEXT_BODY_LIMIT } from '../../../platform/request-bodies.ts';
import { moveStep, setSignature } from '../../users/index.ts';
import { goTo, repOf, sayFor, show } from '../door.ts';
import type { OnboardingDependencies } from '../index.ts';
import type { Rep } from '../repository.ts';
import { addressOf } from '../steps.ts';
import { signatureOfForm } from './shown-signature.ts';
import { canImport, signaturePage, type FromGmail } from './signature-page.ts';

const Words = z.string().max(MOST_SIGNATURE_CHARACTERS);
const SignatureForm = z.object({ html: Words.default(''), signature: Words.optional() });

/** The step of the signature: saving it, and asking Gmail for the one that the rep has there. */
export const signatureRoutes: FastifyPluginAsyncZodOpenApi<OnboardingDependencies> = async (app, use) => {
  const reps = new WeakMap<FastifyRequest, Rep>();
  /** Only somebody who has signed in may send more than a small form. */
  const signedIn = async (request: FastifyRequest, reply: FastifyReply) => {
    const rep = await repOf(use, request);
    if (rep?.state !== 'activated') return goTo(reply, '/onboarding/setup');
    reps.set(request, rep);
    return undefined;
  };

  app.post(
    '/onboarding/signature',
    { bodyLimit: TEXT_BODY_LIMIT, onRequest: signedIn, schema: { hide: true, body: SignatureForm } },
    async (request, reply) => {
      const rep = repFor(request);
      const signature = signatureOfForm(request.body);
      await inOrg(use.pool, rep.orgId, async (tx) => {
        await setSignature(tx, rep.orgId, rep.id, signature);
        await moveStep(tx, rep.orgId, rep.id, 'signature', 'finish');
      });
      return goTo(reply, addressOf('finish'));
    },
  );

  app.get('/onboarding/signature/gmail', { onRequest: signedIn, schema: { hide: true } }, async (request, reply) => {
    const rep = repFor(request);
    if (!canImport(rep)) return goTo(reply, addressOf('signature'));
    const page = signaturePage(sayFor(reply), app.csrfToken(reply), rep, await fromGmail(rep));
    return show(reply, { ...page, back: addressOf('signature') });
  });

  function repFor(request: FastifyRequest): Rep {
    const rep = reps.get(request);
    if (!rep) throw new Error('The request has passed no check of who sends it.');
    return rep;
  }

  /** The page stays what it is when Gmail has nothing to give. */
  async function fromGmail({ orgId, id }: Rep): Promise<FromGmail> {
    try {
      return { signatureHtml: await use.findGmailSignature(orgId, id) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'signature_missing') return { missing: 'noGmailSignature' };
      if (error.code === 'mailbox_unavailable' || error.code === 'signature_import_unavailable') return { missing: 'gmailSilent' };
      throw error;
    }
  }
};
