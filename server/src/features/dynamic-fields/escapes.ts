const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The only entities that cleaning writes. */
export function decoded(html: string): string {
  return html.includes('&') ? html.replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity) : html;
}

/** As cleaning writes text. */
export function escapedText(text: string): string {
  return text.replace(/[&<>]/g, (character) => ESCAPES[character] ?? character);
}

/** As cleaning writes the value of an attribute. */
export function escapedValue(text: string): string {
  return escapedText(text).replaceAll('"', '&quot;');
}
