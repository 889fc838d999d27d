import { html } from '../../platform/html.ts';

/** What stands in for a name in the words of the welcome email. Few, because each must always have something to say. */
export const TOKENS = ['first_name', 'invited_by', 'company'] as const;
export type Token = (typeof TOKENS)[number];

export interface WelcomeWords {
  subject: string;
  bodyHtml: string;
}

/** Ours, until an admin chooses others. Blank lines are paragraphs of their own, as the editor writes them. */
export const OUR_WORDS: WelcomeWords = {
  subject: '{{invited_by}} has invited you to MSI Actions at {{company}}',
  bodyHtml: [
    '<p>Hello {{first_name}},</p><p><br /></p>',
    '<p>{{invited_by}} has invited you to MSI Actions at {{company}}. With it you write sales emails to leads and contacts inside Salesforce. ',
    'They leave from your own mailbox, and Salesforce shows you who has answered.</p><p><br /></p>',
    '<p>Getting started takes about two minutes: you sign in with Salesforce and connect your Gmail or Outlook mailbox.</p>',
  ].join(''),
};

const ANY_TOKEN = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Tokens that nothing is known for; they would stand in the email as they are. */
export function unknownTokens(text: string): string[] {
  const names = [...text.matchAll(ANY_TOKEN)].map(([, name = '']) => name);
  return names.filter((name) => !isToken(name));
}

export interface TokenValues {
  firstName: string | null;
  invitedBy: string | null;
  company: string;
}

/** The words with what the tokens stand for. */
export function fillWords({ subject, bodyHtml }: WelcomeWords, { firstName, invitedBy, company }: TokenValues): WelcomeWords {
  const values: Record<Token, string> = { first_name: firstName ?? 'there', invited_by: invitedBy ?? 'Your admin', company };
  const fill = (text: string, write: (value: string) => string) =>
    text.replace(ANY_TOKEN, (token, name: string) => (isToken(name) ? write(values[name]) : token));
  return { subject: fill(subject, (value) => value), bodyHtml: fill(bodyHtml, (value) => html`${value}`.markup) };
}

function isToken(name: string): name is Token {
  return TOKENS.some((token) => token === name);
}
