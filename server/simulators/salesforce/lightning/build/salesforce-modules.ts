import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rollup';
import { baseComponentsDir } from './paths.ts';
import { xmlElements, xmlText } from './project.ts';
import type { Project } from './project.ts';

const VIRTUAL = '\0salesforce:';
function constant(value: unknown) {
  return `export default ${JSON.stringify(value)};`;
}
function runtime(expression: string) {
  return `import { org } from 'sim/org'; export default ${expression};`;
}

type Generator = (name: string) => string | null;

/**
 * Rollup plugin for the imports that only exist on the platform (`@salesforce/...`). Each is checked against the project's own
 * metadata, so a missing label, Apex method, static resource, message channel or custom field fails here as it would fail a deploy.
 */
export function salesforceModules(project: Project): Plugin {
  const generators = createGenerators(project);
  const generate = (id: string) => {
    const [kind = '', ...rest] = id.slice('@salesforce/'.length).split('/');
    return generators[kind]?.(rest.join('/')) ?? null;
  };
  return {
    name: 'salesforce-modules',
    resolveId: (id, importer) => {
      // the labels, gates and formats of the base components themselves come with their package
      if (!id.startsWith('@salesforce/') || importer?.startsWith(VIRTUAL)) return null;
      return generate(id) === null ? null : VIRTUAL + id;
    },
    load: (id) => (id.startsWith(VIRTUAL) ? generate(id.slice(VIRTUAL.length)) : null),
  };
}

function createGenerators(project: Project): Record<string, Generator> {
  const require = (found: unknown, what: string) => {
    if (!found) throw new Error(`${what} is not in ${project.root}.`);
  };
  const labels = readLabels(project);
  const apex: Generator = (name) => {
    if (!name) return `export { refreshApex, getSObjectValue } from 'sim/org';`;
    const [className = '', method = ''] = name.split('.').slice(-2);
    const file = project.find(`classes/${className}.cls`);
    const exposed = new RegExp(`@AuraEnabled[^{};]*\\b${method}\\s*\\(`, 'i');
    require(file && exposed.test(readFileSync(file, 'utf8')), `The @AuraEnabled method ${name}`);
    return `import { apexMethod } from 'sim/org'; export default apexMethod(${JSON.stringify(className)}, ${JSON.stringify(method)});`;
  };
  return {
    label: (name) => {
      if (!name.startsWith('c.')) return null;
      const value = labels.get(name.slice(2));
      require(value !== undefined, `The custom label ${name}`);
      return runtime(`org.translation.labels[${JSON.stringify(name.slice(2))}] ?? ${JSON.stringify(value)}`);
    },
    schema: (name) => {
      const [objectApiName = '', ...fieldPath] = name.split('.');
      if (fieldPath.length === 1 && fieldPath[0]?.endsWith('__c')) requireCustomField(project, objectApiName, fieldPath[0]);
      return constant(fieldPath.length > 0 ? { objectApiName, fieldApiName: fieldPath.join('.') } : { objectApiName });
    },
    apex,
    apexContinuation: apex,
    user: (name) => runtime(name === 'Id' ? 'org.user.id' : 'false'),
    i18n: (name) => {
      // what the org's context does not say is what the base components ship as default
      const shipped = path.join(baseComponentsDir, `scopedImports/@salesforce-i18n-${name}.js`);
      const known = `org.i18n[${JSON.stringify(name)}]`;
      if (!existsSync(shipped)) return runtime(known);
      return `import { org } from 'sim/org'; import shipped from ${JSON.stringify(shipped)}; export default ${known} ?? shipped;`;
    },
    client: () => runtime('org.formFactor'),
    customPermission: (name) => runtime(`org.customPermissions.includes(${JSON.stringify(name.replace(/^.*__/, ''))}) || undefined`),
    userPermission: (name) => runtime(`org.userPermissions.includes(${JSON.stringify(name)}) || undefined`),
    resourceUrl: (name) => {
      require(project.find(`staticresources/${name}.resource-meta.xml`), `The static resource ${name}`);
      return constant(`/resource/${project.key}/${name}`);
    },
    messageChannel: (name) => {
      require(project.find(`messageChannels/${name.replace(/__c$/, '')}.messageChannel-meta.xml`), `The message channel ${name}`);
      return constant({ channelName: name });
    },
  };
}

/** The English words of the project's labels by name. */
export function readLabels(project: Project): Map<string, string> {
  const labels = new Map<string, string>();
  for (const file of project.all('.labels-meta.xml')) {
    for (const label of xmlElements(readFileSync(file, 'utf8'), 'labels')) {
      labels.set(xmlText(label, 'fullName') ?? '', xmlText(label, 'value') ?? '');
    }
  }
  return labels;
}

/** Fields of Task and Event are defined on Activity. */
function requireCustomField(project: Project, objectApiName: string, field: string): void {
  const homes = /^(Task|Event)$/.test(objectApiName) ? [objectApiName, 'Activity'] : [objectApiName];
  if (!homes.some((home) => project.find(`objects/${home}/fields/${field}.field-meta.xml`))) {
    throw new Error(`The field ${objectApiName}.${field} is not in ${project.root}.`);
  }
}
