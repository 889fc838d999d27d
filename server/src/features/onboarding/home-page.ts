import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { html } from '../../platform/html.ts';
import { show } from './door.ts';
import { link, type Page } from './layout.ts';

/** What somebody finds who opens the address of the service alone. Sets no cookie and asks no database. */
export const homePage: FastifyPluginAsyncZodOpenApi = async (app) => {
  app.get('/', { schema: { hide: true } }, async (_request, reply) => show(reply, HOME));
};

const HOME: Page = {
  title: 'MSI Actions for Salesforce',
  body: html`<p>
      This is the service behind MSI Actions, the panel that sends sales emails from leads, contacts, accounts and opportunities.
    </p>
    <p>There is nothing to do here. If you are a rep, open a record in Salesforce, or use the link in your welcome email.</p>
    <p>If you are a Salesforce administrator, you can connect your org:</p>
    ${link('/onboarding/org', 'Connect your Salesforce org', false)}`,
};
