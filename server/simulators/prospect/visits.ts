import { Parser } from 'htmlparser2';
import PostalMime from 'postal-mime';
import type { ReceivedMessage } from './entities.ts';
import { rawOf } from './store.ts';

/** What fetches the images or follows the link; each leaves its own traces with the sender's tracking. */
export const VISITORS = {
  person: {
    label: 'a person with a browser',
    headers: {
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'accept-language': 'en-GB,en;q=0.9',
    },
  },
  gmail: {
    label: "Gmail's image proxy",
    headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)' },
  },
  apple: { label: "Apple's mail privacy proxy", headers: { 'user-agent': 'Mozilla/5.0' } },
} as const;
export type Visitor = keyof typeof VISITORS;

const TIMEOUT_MS = 10_000;

export interface Targets {
  images: string[];
  links: string[];
}

/** The addresses in a message that opening and clicking would visit, in order and without repeats. */
export async function targetsOf(message: ReceivedMessage): Promise<Targets> {
  const { html } = await PostalMime.parse(rawOf(message));
  const images = new Set<string>();
  const links = new Set<string>();
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'img' && isWebAddress(attributes.src)) images.add(attributes.src);
      if (name === 'a' && isWebAddress(attributes.href)) links.add(attributes.href);
    },
  });
  parser.end(html ?? '');
  return { images: [...images], links: [...links] };
}

/** Visits one address and says in words what came back. Redirects are told, not followed. Only this machine is ever asked. */
export async function visit(address: string, visitor: Visitor): Promise<string> {
  const { hostname } = new URL(address);
  if (hostname !== 'localhost' && !hostname.endsWith('.localhost') && !/^127\.|^\[::1\]$/.test(hostname)) {
    return `${address} was left alone: it is outside this machine`;
  }
  try {
    const response = await fetch(address, {
      headers: VISITORS[visitor].headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.arrayBuffer();
    const target = response.headers.get('location');
    return `${address} answered ${String(response.status)}${target ? ` and leads to ${target}` : ''}`;
  } catch {
    return `${address} did not answer`;
  }
}

function isWebAddress(address: string | undefined): address is string {
  return /^https?:\/\//i.test(address ?? '') && URL.canParse(address ?? '');
}
