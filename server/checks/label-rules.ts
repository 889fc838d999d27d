import { Parser } from 'htmlparser2';

export interface Label {
  name: string;
  value: string;
  shortDescription: string;
}

/** Salesforce refuses more. */
const LONGEST_VALUE = 1000;
const LONGEST_DESCRIPTION = 80;

/** Attributes whose value a person reads or hears. */
const WORDED_ATTRIBUTES = new Set([
  'alt',
  'alternative-text',
  'aria-description',
  'aria-label',
  'assistive-text',
  'description',
  'field-level-help',
  'heading',
  'label',
  'loading-text',
  'message-when-bad-input',
  'message-when-value-missing',
  'placeholder',
  'title',
]);

/** The labels of a CustomLabels file, in its order. */
export function readLabels(xml: string): Label[] {
  const labels: Label[] = [];
  let current: Record<string, string> = {};
  let element = '';
  const parser = new Parser(
    {
      onopentag: (name) => {
        element = name;
        if (name === 'labels') current = {};
      },
      ontext: (text) => (current[element] = (current[element] ?? '') + text),
      onclosetag: (name) => {
        element = '';
        if (name !== 'labels') return;
        labels.push({
          name: current['fullName'] ?? '',
          value: current['value'] ?? '',
          shortDescription: current['shortDescription'] ?? '',
        });
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return labels;
}

/** Names of the labels that a component, an Apex class or a metadata file asks for. */
export function usedLabels(source: string): string[] {
  const patterns = [/@salesforce\/label\/c\.(\w+)/g, /\b(?:System\.)?Label\.(?:c\.)?(\w+)/g, /\$Label\.(?:c\.)?(\w+)/g];
  return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map(([, name = '']) => name));
}

/** What is wrong with the labels themselves. */
export function labelProblems(labels: Label[]): string[] {
  const seen = new Set<string>();
  return labels.flatMap(({ name, value, shortDescription }) => {
    const problems: string[] = [];
    if (seen.has(name)) problems.push(`label ${name} is defined twice`);
    seen.add(name);
    if (shortDescription.trim() === '') problems.push(`label ${name} has no shortDescription for its translator`);
    if (shortDescription.length > LONGEST_DESCRIPTION)
      problems.push(`label ${name}: shortDescription is longer than ${LONGEST_DESCRIPTION}`);
    if (value.length > LONGEST_VALUE) problems.push(`label ${name}: value is longer than ${LONGEST_VALUE}`);
    if (value !== value.trim() || value === '') problems.push(`label ${name}: value is empty or has blanks around it`);
    if (/^(zero|one|two|few|many):/.test(value) && !value.includes('|other:'))
      problems.push(`label ${name}: a plural needs the form other:`);
    return problems;
  });
}

function hasWords(text: string) {
  return /\p{L}/u.test(text.replace(/\{[^}]*\}/g, ''));
}

/** Elements whose words nobody sees: a script, styles, and the description of an attribute of a Visualforce component. */
const UNSEEN = new Set(['script', 'style', 'apex:attribute']);

/** Words that stand in a template or in Visualforce markup instead of coming from a label. */
export function hardCodedWords(template: string): string[] {
  const found: string[] = [];
  let element = '';
  const parser = new Parser(
    {
      onopentagname: (name) => (element = name),
      onclosetag: () => (element = ''),
      ontext: (text) => {
        if (!UNSEEN.has(element) && hasWords(text)) found.push(`the text "${text.trim()}"`);
      },
      onattribute: (name, value) => {
        if (!UNSEEN.has(element) && WORDED_ATTRIBUTES.has(name) && hasWords(value)) found.push(`${name}="${value}"`);
      },
    },
    { lowerCaseAttributeNames: false },
  );
  parser.end(template);
  return found;
}
