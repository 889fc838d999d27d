import { addressParser, decodeWords } from 'postal-mime';
import { canonicalAddress } from '../../../platform/canonical-address.ts';
import { plainLetters } from './plain-letters.ts';

/** Header fields as a provider gives them: lower-case names, a repeated field repeated. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** More ids than this are no thread of people, and each one costs a look into the database. */
const MOST_IDS = 50;
/** RFC 5322 lets a line have 998 octets; a folded field of this size is already absurd. */
const LONGEST_VALUE = 64_000;
const LONGEST_ADDRESSES = 16_000;

/** Mailboxes that anybody can have: two people there are not colleagues. */
const PUBLIC_MAIL = new Set(
  [
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com hotmail.co.uk hotmail.fr outlook.de outlook.fr',
    'yahoo.com yahoo.co.uk yahoo.co.jp yahoo.fr yahoo.de ymail.com aol.com icloud.com me.com mac.com proton.me protonmail.com',
    'gmx.de gmx.net gmx.com gmx.at web.de t-online.de freenet.de orange.fr free.fr laposte.net wanadoo.fr sfr.fr libero.it',
    'virgilio.it tiscali.it uol.com.br bol.com.br terra.com.br wp.pl o2.pl onet.pl interia.pl seznam.cz ziggo.nl kpnmail.nl',
    'telia.com mail.ru yandex.ru yandex.com qq.com 163.com 126.com naver.com daum.net hanmail.net comcast.net verizon.net att.net',
    'zoho.com fastmail.com hey.com mail.com btinternet.com sky.com',
  ].flatMap((line) => line.split(' ')),
);

/** The value of the first field of that name, unfolded; undefined when there is none. */
export function headerOf(headers: HeaderList, name: string): string | undefined {
  return headers
    .find(([candidate]) => candidate.toLowerCase() === name)?.[1]
    .replace(/\r?\n[ \t]*/g, ' ')
    .trim()
    .slice(0, LONGEST_VALUE);
}

/** The first field of that name as plain letters, its encoded words (RFC 2047) turned into text; empty when there is none. */
export function decodedHeader(headers: HeaderList, name: string): string {
  return plainLetters(decodeWords(headerOf(headers, name) ?? '')).trim();
}

export function subjectOf(headers: HeaderList): string {
  return decodedHeader(headers, 'subject');
}

/**
 * The Message-IDs that a message answers to, with their angle brackets, without repeats, 50 at most:
 * In-Reply-To first, then References from the newest (RFC 5322, 3.6.4).
 */
export function referencedMessageIds(headers: HeaderList): string[] {
  const ids = (name: string) => headers.flatMap(([key, value]) => (key.toLowerCase() === name ? idsOfField(value) : []));
  return [...new Set([...ids('in-reply-to'), ...ids('references').reverse()])].slice(0, MOST_IDS);
}

/** Some programs leave the angle brackets away: then the field is ids and nothing else. */
function idsOfField(value: string): string[] {
  const ids = messageIdsIn(value);
  const words =
    ids.length > 0
      ? []
      : value
          .slice(0, LONGEST_VALUE)
          .trim()
          .split(/[\s,]+/, MOST_IDS);
  return words.length > 0 && words.every((word) => /^[^\s<>@]+@[^\s<>@]+$/.test(word)) ? words.map((word) => `<${word}>`) : ids;
}

/** Everything in the text that is written like a Message-ID. */
export function messageIdsIn(text: string): string[] {
  return text.slice(0, LONGEST_VALUE).match(/<[^<>\s]{1,996}>/g) ?? [];
}

/** The first address of an address field (RFC 5322: names, quotes, groups and comments) in its canonical form; null when there is none. */
export function addressOf(field: string | undefined): string | null {
  return addressesOf(field)[0] ?? null;
}

/** All addresses of an address field in their canonical form, groups opened, without repeats. */
export function addressesOf(field: string | undefined): string[] {
  const people = addressParser((field ?? '').slice(0, LONGEST_ADDRESSES), { flatten: true });
  const found = people.flatMap(({ address }) =>
    address && /^[^@\s]+@[^@\s]+$|^"[^"]*"@[^@\s]+$/.test(address) ? [canonicalAddress(address)] : [],
  );
  return [...new Set(found)];
}

/** Whether two addresses belong to one company: same domain, or a subdomain of it. Public mail hosts are nobody's company. */
export function isSameDomain(one: string, other: string): boolean {
  const [a, b] = [domainOf(one), domainOf(other)];
  if (!a || !b || PUBLIC_MAIL.has(a) || PUBLIC_MAIL.has(b)) return false;
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

function domainOf(address: string): string {
  const canonical = canonicalAddress(address);
  return canonical.slice(canonical.lastIndexOf('@') + 1);
}
