/** What the expressions of a Visualforce page can name. */
export interface MergeFields {
  /** `Lead.Id` on a page about a lead, and the attributes of a component. */
  values: Record<string, string>;
  labels: ReadonlyMap<string, string>;
  /** The address of a page by its name; throws for a page that the project does not have. */
  pageUrl: (name: string) => string;
}

const EXPRESSIONS = /\{!([^}]*)\}/g;

/**
 * Puts values in the place of `{!…}`. Inside a script each has to be made safe by JSENCODE, which the platform's security review asks for
 * too.
 */
export function mergeText(text: string, fields: MergeFields, place: 'html' | 'script'): string {
  return text.replaceAll(EXPRESSIONS, (_, expression: string) => {
    if (place === 'html') return escape(evaluate(expression, fields));
    if (!expression.startsWith('JSENCODE(')) throw new Error(`{!${expression}} stands in a script without JSENCODE.`);
    return evaluate(expression, fields);
  });
}

/** The expressions that our pages use; any other is an error, so that none is simulated wrongly. */
export function evaluate(expression: string, fields: MergeFields): string {
  const [, name = '', inner = ''] = /^(JSENCODE|URLFOR)\((.*)\)$/.exec(expression) ?? [];
  if (name === 'JSENCODE') return evaluate(inner, fields).replaceAll(/[^\w /:.\-?=&]/g, unicodeEscape);
  if (name === 'URLFOR' && inner.startsWith('$Page.')) return fields.pageUrl(inner.slice('$Page.'.length));
  if (expression.startsWith('$Label.')) return known(fields.labels.get(expression.slice('$Label.'.length)), expression);
  return known(fields.values[expression], expression);
}

function known(value: string | undefined, expression: string): string {
  if (value === undefined) throw new Error(`{!${expression}} is nothing that the simulated Visualforce knows.`);
  return value;
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
