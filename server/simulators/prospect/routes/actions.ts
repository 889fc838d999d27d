import { z } from 'zod';
import type { Simulator } from '../../common/index.ts';
import { actionWith, createAnswers, Refused, type Action, type AnswerTools, type Done } from '../answering.ts';
import type { ProspectState, ReceivedMessage } from '../entities.ts';
import { findMessage } from '../store.ts';
import { targetsOf, visit, VISITORS } from '../visits.ts';
import { messagePath, sendMessagePage, sendMissing } from './pages.ts';

const visitor = z.enum(Object.keys(VISITORS) as (keyof typeof VISITORS)[]).default('person');
const Open = z.object({ visitor });
const Click = z.object({ link: z.url(), visitor });

const VISITS: Record<string, Action> = {
  open: actionWith(Open, async (message, { visitor }) => {
    const { images } = await targetsOf(message);
    const answers = await Promise.all(images.map((image) => visit(image, visitor)));
    if (answers.length === 0) return { what: ['Opened: there are no images to load'] };
    return { what: answers.map((words) => `Opened by ${VISITORS[visitor].label}: ${words}`) };
  }),
  click: actionWith(Click, async (message, { link, visitor }) => {
    const { links } = await targetsOf(message);
    if (!links.includes(link)) throw new Refused('This message does not have that link.');
    return { what: [`Clicked by ${VISITORS[visitor].label}: ${await visit(link, visitor)}`] };
  }),
};

interface Params {
  address: string;
  id: string;
}

/**
 * What a prospect can do with a message. `POST /mailbox/<address>/<id>/<action>` is a form on its page, and leads back to the page, which
 * tells what happened. `POST /sim/mailboxes/<address>/messages/<id>/<action>` is the same for programs: JSON in, `{ what, messageId }` out.
 */
export function registerActions(simulator: Simulator<ProspectState>, tools: Omit<AnswerTools, 'now'>): void {
  const { app, clock } = simulator;
  const actions = { ...createAnswers({ ...tools, now: () => clock.now() }), ...VISITS };

  for (const [name, action] of Object.entries(actions)) {
    app.post<{ Params: Params }>(`/mailbox/:address/:id/${name}`, async ({ params, body }, reply) => {
      const message = findMessage(simulator.state, params.address, params.id);
      if (!message) return sendMissing(reply);
      const outcome = await perform(action, message, body);
      return 'problem' in outcome ? sendMessagePage(reply, message, outcome.problem) : reply.redirect(messagePath(message), 303);
    });

    app.post<{ Params: Params }>(`/sim/mailboxes/:address/messages/:id/${name}`, async ({ params, body }, reply) => {
      const message = findMessage(simulator.state, params.address, params.id);
      if (!message) return reply.code(404).send({ message: `There is no message ${params.id} in the mailbox ${params.address}.` });
      const outcome = await perform(action, message, body);
      return 'problem' in outcome ? reply.code(400).send({ message: outcome.problem }) : outcome;
    });
  }

  async function perform(action: Action, message: ReceivedMessage, body: unknown): Promise<Done | { problem: string }> {
    try {
      const done = await action(message, body);
      const at = clock.now().toISOString();
      message.events.push(...done.what.map((what) => ({ at, what })));
      return done;
    } catch (error) {
      if (error instanceof Refused) return { problem: error.message };
      if (error instanceof z.ZodError) return { problem: z.prettifyError(error) };
      throw error;
    }
  }
}
