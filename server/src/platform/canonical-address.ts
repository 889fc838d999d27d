import { domainToASCII } from 'node:url';

/**
 * The one form in which addresses are compared: lower case, in Unicode's composed form (NFC), the domain in ASCII by UTS 46. What was typed
 * is kept for showing. A text that is no address comes back in lower case.
 */
export function canonicalAddress(address: string): string {
  const text = address.trim().normalize('NFC').toLowerCase();
  const at = text.lastIndexOf('@');
  if (at < 0) return text;
  const domain = text.slice(at + 1);
  return `${text.slice(0, at)}@${domainToASCII(domain) || domain}`;
}
