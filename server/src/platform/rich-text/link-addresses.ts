/** Exactly as cleaning writes a link: its values hold no quotes and no angle brackets. */
const LINK = /<a((?: [a-z]+(?:="[^"]*")?)*)>/g;
const ATTRIBUTE = / ([a-z]+)(?:="([^"]*)")?/g;

/** Where the links of a cleaned text lead, as it stands there. */
export function linkAddresses(cleanHtml: string): string[] {
  return [...cleanHtml.matchAll(LINK)].flatMap(([, attributes = '']) =>
    [...attributes.matchAll(ATTRIBUTE)].flatMap(([, name, value]) => (name === 'href' && value !== undefined ? [value] : [])),
  );
}

/** A cleaned text whose links lead elsewhere, where `change` gives another address. What it gives holds no quotes. */
export function withLinkAddresses(cleanHtml: string, change: (address: string) => string | null): string {
  return cleanHtml.replace(LINK, (_link: string, attributes: string) => {
    const changed = attributes.replace(ATTRIBUTE, (attribute: string, name: string, value: string | undefined) => {
      const address = name === 'href' && value !== undefined ? change(value) : null;
      return address === null ? attribute : ` href="${address}"`;
    });
    return `<a${changed}>`;
  });
}
