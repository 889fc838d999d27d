import { readFileSync } from 'node:fs';
import { Parser } from 'htmlparser2';
import type { Project } from '../lightning/build/project.ts';
import { evaluate, mergeText, type MergeFields } from './merge-fields.ts';

export interface VisualforceContext extends MergeFields {
  project: Project;
  /** Markup that stands for `<apex:slds />` and `<apex:includeLightning />`. */
  builtIn: Record<string, string>;
}

/** Elements that only describe the page or the component. */
const SILENT = new Set(['apex:page', 'apex:component', 'apex:attribute']);
const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);

/** The HTML that the platform would send for a Visualforce page of the project. Throws for anything that is not simulated. */
export function renderVisualforce(page: string, context: VisualforceContext): string {
  const file = context.project.find(`pages/${page}.page`);
  if (!file) throw new Error(`There is no Visualforce page ${page}.`);
  const markup = readFileSync(file, 'utf8');
  const title = mergeText(/\btitle="([^"]*)"/.exec(markup)?.[1] ?? '', context, 'html');
  return `<!doctype html>
<html class="slds-scope"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body>${render(markup, context)}</body></html>`;
}

/** The object of whose records the page shows one; null for a page of a list, and for one without a standard controller. */
export function controllerOf(project: Project, page: string): string | null {
  const file = project.find(`pages/${page}.page`);
  const markup = file ? readFileSync(file, 'utf8') : '';
  if (/\brecordSetVar="/.test(markup)) return null;
  return /\bstandardController="(\w+)"/.exec(markup)?.[1] ?? null;
}

function render(markup: string, context: VisualforceContext): string {
  let printed = '';
  let isScript = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        isScript = name === 'script';
        if (SILENT.has(name)) return;
        if (name.startsWith('c:')) printed += renderComponent(name.slice(2), attributes, context);
        else if (name.includes(':')) printed += builtIn(name, context);
        else
          printed += `<${name}${Object.entries(attributes)
            .map((pair) => attribute(pair, context))
            .join('')}>`;
      },
      ontext: (text) => (printed += mergeText(text, context, isScript ? 'script' : 'html')),
      onclosetag(name) {
        isScript = false;
        if (!name.includes(':') && !VOID.has(name)) printed += `</${name}>`;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(markup);
  return printed;
}

function renderComponent(name: string, given: Record<string, string>, context: VisualforceContext): string {
  const file = context.project.find(`components/${name}.component`);
  if (!file) throw new Error(`There is no Visualforce component ${name}.`);
  const markup = readFileSync(file, 'utf8');
  const declared = [...markup.matchAll(/<apex:attribute\s+name="(\w+)"/g)].map(([, attributeName = '']) => attributeName);
  const unknown = Object.keys(given).find((attributeName) => !declared.includes(attributeName));
  if (unknown) throw new Error(`The Visualforce component ${name} has no attribute ${unknown}.`);
  const values = Object.fromEntries(declared.map((attributeName) => [attributeName, valueOf(given[attributeName] ?? '', context)]));
  return render(markup, { ...context, values });
}

/** An attribute holds a text or one expression. */
function valueOf(written: string, context: VisualforceContext): string {
  const expression = /^\{!(.*)\}$/.exec(written)?.[1];
  return expression === undefined ? written : evaluate(expression, context);
}

function attribute([name, value]: [string, string], context: VisualforceContext): string {
  return ` ${name}="${mergeText(value, context, 'html')}"`;
}

function builtIn(name: string, { builtIn: known }: VisualforceContext): string {
  const markup = known[name];
  if (markup === undefined) throw new Error(`<${name}> is not simulated.`);
  return markup;
}
