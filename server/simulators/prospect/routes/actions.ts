import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Simulator } from '../../common/index.ts';
import { composeOutOfOffice, composeReply } from '../answers.ts';
import type { ProspectState, ReceivedMessage } from '../entities.ts';
import { addressesIn, composeDeliveryReport, type Mail, type MailHost, type Undelivered } from '../../mail/index.ts';
import { answerAddress, findMessage, rawOf } from '../store.ts';
import { targetsOf, visit, VISITORS } from '../visits.ts';
import { messagePath, sendMessagePage, sendMissing } from './pages.ts';

const text = z.string().trim().min(1, 'must not be empty').max(100_000);
const visitor = z.enum(Object.keys(VISITORS) as (keyof typeof VISITORS)[]).default('person');
const Reply = z.object({ text });
const ReplyFrom = z.object({ from: z.email(), text });
const Bounce = z.object({ kind: z.enum(['unknown_address', 'mailbox_full', 'blocked', 'delayed']).default('unknown_address') });
const Open = z.object({ visitor });
const Click = z.object({ link: z.url(), visitor });

export interface ActionTools {
  /** Sends mail from the prospects to a simulated host, or to another prospect. */
  deliver: (mail: Mail) => Promise<Undelivered[]>;
  /** Which simulated host has the mailbox of that address, as reports of failed delivery look different. */
  hostOf: (address: string) => Promise<MailHost>;
}

/** What a prospect can do with a message. Each is a form on its page; the answer leads back to the page, which tells what happened. */
export function registerActions(simulator: Simulator<ProspectState>, { deliver, hostOf }: ActionTools): void {
  const { app, clock } = simulator;

  action('reply', Reply, async (message, { text }) => {
    await answer(message, message.mailbox, await composeReply(message, { from: message.mailbox, text, now: clock.now() }));
    return [`Replied to ${answerAddress(message)}`];
  });

  action('reply-from', ReplyFrom, async (message, { from, text }) => {
    await answer(message, from, await composeReply(message, { from, text, now: clock.now() }));
    return [`Replied to ${answerAddress(message)} from ${from}`];
  });

  action('out-of-office', Reply, async (message, { text }) => {
    await answer(message, '', await composeOutOfOffice(message, { from: message.mailbox, text, now: clock.now() }));
    return [`Answered ${answerAddress(message)} automatically`];
  });

  action('bounce', Bounce, async (message, { kind }) => {
    const to = message.envelope.from || addressesIn(answerAddress(message))[0] || '';
    const report = { host: await hostOf(to), kind, original: rawOf(message), recipients: [message.mailbox], to, now: clock.now() };
    await deliver({ from: '', to: [to], raw: await composeDeliveryReport(report) });
    return [`Bounced to ${to} (${kind.replace('_', ' ')})`];
  });

  action('open', Open, async (message, { visitor }) => {
    const { images } = await targetsOf(message);
    const answers = await Promise.all(images.map((image) => visit(image, visitor)));
    return answers.length === 0
      ? ['Opened: there are no images to load']
      : answers.map((words) => `Opened by ${VISITORS[visitor].label}: ${words}`);
  });

  action('click', Click, async (message, { link, visitor }) => {
    const { links } = await targetsOf(message);
    if (!links.includes(link)) throw new Refused('This message does not have that link.');
    return [`Clicked by ${VISITORS[visitor].label}: ${await visit(link, visitor)}`];
  });

  function action<Input>(name: string, schema: z.ZodType<Input>, act: (message: ReceivedMessage, input: Input) => Promise<string[]>): void {
    app.post<{ Params: { address: string; id: string } }>(
      `/mailbox/:address/:id/${name}`,
      async ({ params, body }, reply): Promise<FastifyReply> => {
        const message = findMessage(simulator.state, params.address, params.id);
        if (!message) return sendMissing(reply);
        const input = schema.safeParse(body ?? {});
        if (!input.success) return sendMessagePage(reply, message, z.prettifyError(input.error));
        try {
          const at = clock.now().toISOString();
          message.events.push(...(await act(message, input.data)).map((what) => ({ at, what })));
        } catch (error) {
          if (error instanceof Refused) return sendMessagePage(reply, message, error.message);
          throw error;
        }
        return reply.redirect(messagePath(message), 303);
      },
    );
  }

  async function answer(message: ReceivedMessage, from: string, raw: Buffer): Promise<void> {
    const to = addressesIn(answerAddress(message));
    if (to.length === 0) throw new Refused('This message names nobody to answer to.');
    await deliver({ from, to, raw });
  }
}

/** Something the person can see and correct. */
class Refused extends Error {}
