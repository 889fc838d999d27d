import { domainToASCII } from 'node:url';

/** Why a text is no address that an email can be sent to. */
export type AddressProblem = 'not_an_address' | 'too_long' | 'not_in_plain_letters';

const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;
/** RFC 5321 4.1.2, dot-string. Quoted strings are not taken: Outlook has no way to write to them. */
const DOT_STRING = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
/** The same with RFC 6531's characters beyond ASCII, none of them white space or control. */
const WIDE_DOT_STRING = /^(?:[\w!#$%&'*+/=?^`{|}~-]|[^\p{ASCII}\p{Z}\p{C}])+(?:\.(?:[\w!#$%&'*+/=?^`{|}~-]|[^\p{ASCII}\p{Z}\p{C}])+)*$/u;
/** What the parser of web addresses would take for the end of a host, or leave out. */
const NO_PART_OF_A_DOMAIN = /[\p{Z}\p{C}/\\:?#@%[\]<>^|"(),;、]/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The one rule for addresses, the same as in the panel (`c/addresses`; both halves are held to `force-app/test/address-cases.json`): a
 * dot-string of up to 64 octets, a domain by UTS 46 with two labels or more, 254 octets in all. Letters beyond ASCII before the @ need
 * SMTPUTF8 at every server on the way; neither Microsoft nor most company servers promise it, so such an address is refused in words. Null
 * when all is well.
 */
export function problemOfAddress(text: string): AddressProblem | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const domain = asciiDomain(text.slice(at + 1));
  if (domain === null || !WIDE_DOT_STRING.test(local)) return 'not_an_address';
  if (Buffer.byteLength(local) > LONGEST_LOCAL_PART || Buffer.byteLength(local) + 1 + domain.length > LONGEST_ADDRESS) return 'too_long';
  return DOT_STRING.test(local) ? null : 'not_in_plain_letters';
}

/** An address as it stands in messages and envelopes: the domain in ASCII (punycode), the part before the @ as it was typed. */
export function wireAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = asciiDomain(address.slice(at + 1));
  return domain === null ? address : `${address.slice(0, at)}@${domain}`;
}

/** Null when it is no domain that mail can go to: an IP address, one label alone, or labels that DNS does not have. */
function asciiDomain(text: string): string | null {
  if (text.length > LONGEST_ADDRESS || NO_PART_OF_A_DOMAIN.test(text)) return null;
  const labels = domainToASCII(text).split('.');
  const top = labels.at(-1) ?? '';
  const isDomain = labels.length > 1 && labels.every((label) => LABEL.test(label)) && top.length > 1 && !/^\d+$/.test(top);
  return isDomain ? labels.join('.') : null;
}
