import { html } from '../../platform/html.ts';
import type { SayLetter } from './words/index.ts';

/** What stands in for a name in the words of the welcome email. Few, because each must always have something to say. */
export const TOKENS = ['first_name', 'invited_by', 'company'] as const;
export type Token = (typeof TOKENS)[number];

export interface WelcomeWords {
  subject: string;
  bodyHtml: string;
}

/** Ours, until an admin chooses others. Blank lines are paragraphs of their own, as the editor writes them. */
export function ourWords(say: SayLetter): WelcomeWords {
  const tokens = { firstName: '{{first_name}}', invitedBy: '{{invited_by}}', company: '{{company}}' };
  const paragraphs = (['letter.hello', 'letter.what', 'letter.start'] as const).map((key) => html`<p>${say(key, tokens)}</p>`.markup);
  return { subject: say('letter.subject', tokens), bodyHtml: paragraphs.join('<p><br /></p>') };
}

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

/** The words with what the tokens stand for; what nobody knows has a word in the language of the letter. */
export function fillWords(say: SayLetter, { subject, bodyHtml }: WelcomeWords, known: TokenValues): WelcomeWords {
  const values: Record<Token, string> = {
    first_name: known.firstName ?? say('nobody.firstName'),
    invited_by: known.invitedBy ?? say('nobody.invitedBy'),
    company: known.company,
  };
  const fill = (text: string, write: (value: string) => string) =>
    text.replace(ANY_TOKEN, (token, name: string) => (isToken(name) ? write(values[name]) : token));
  return { subject: fill(subject, (value) => value), bodyHtml: fill(bodyHtml, (value) => html`${value}`.markup) };
}

function isToken(name: string): name is Token {
  return TOKENS.some((token) => token === name);
}
