import { readFileSync } from 'node:fs';
import path from 'node:path';
import { xmlElements, xmlText } from './build/project.ts';
import type { Project } from './build/project.ts';

/** What the pages need to know of the project's metadata. */
export interface Setup {
  apps: { name: string; label: string; tabs: string[]; utilities: Utility[] }[];
  tabs: CustomTab[];
  /** Lightning record pages by object. */
  recordPages: Record<string, RecordPage>;
  /** Buttons above the lists of an object that act on what is ticked, by object. */
  listButtons: Record<string, ListButton[]>;
}

export interface ListButton {
  label: string;
  /** The Lightning page that its Visualforce page goes on to; the ids of 15 characters follow, between commas. */
  url: string;
}

/** An item of an app's utility bar. */
export interface Utility {
  /** By bundle name. */
  component: string;
  label: string;
  /** Of the utility icons. */
  icon: string;
  /** Pixels. */
  height: number;
  width: number;
  /** Its component begins to work with the page, and not when the panel is first opened. */
  isEager: boolean;
}

export interface CustomTab {
  name: string;
  label: string;
  component: string | null;
  /** The custom permissions of each permission set that shows it: whoever has all of one of them sees the tab. Others do not. */
  shownWith: string[][];
}

export interface RecordPage {
  /** Components of the project in the right column, by bundle name. */
  sidebar: string[];
  /** The tabs of the main column, by the standard component they hold. */
  tabs: { component: string; active: boolean }[];
}

/** The standard Sales app, which every org has. */
const SALES = {
  name: 'standard__LightningSales',
  label: 'Sales',
  tabs: ['home', 'Lead', 'Account', 'Contact', 'Opportunity'].map((tab) => `standard-${tab}`),
  utilities: [],
};

/** Reads apps, custom tabs and Lightning record pages. A project that has none gets what the platform has by default. */
export function readSetup(project: Project): Setup {
  const read = (ending: string) =>
    project.all(ending).map((file) => ({ name: path.basename(file, ending), xml: readFileSync(file, 'utf8') }));
  const sets = read('.permissionset-meta.xml').map(({ xml }) => ({
    tabs: xmlElements(xml, 'tabSettings')
      .filter((tab) => xmlText(tab, 'visibility') === 'Visible')
      .map((tab) => xmlText(tab, 'tab')),
    permissions: xmlElements(xml, 'customPermissions').map((permission) => xmlText(permission, 'name') ?? ''),
  }));
  const flexiPages = read('.flexipage-meta.xml');
  const utilitiesOf = (bar: string | undefined) => utilities(flexiPages.find(({ name }) => name === bar)?.xml ?? '');
  const pages = flexiPages.flatMap(({ xml }) => {
    // regions have a type too
    const ownXml = xml.replaceAll(/<flexiPageRegions>[\s\S]*?<\/flexiPageRegions>/g, '');
    const objectName = xmlText(ownXml, 'sobjectType');
    return objectName && xmlText(ownXml, 'type') === 'RecordPage' ? [[objectName, recordPage(xml)] as const] : [];
  });
  return {
    apps: [
      SALES,
      ...read('.app-meta.xml').map(({ name, xml }) => ({
        name,
        label: xmlText(xml, 'label') ?? name,
        tabs: xmlElements(xml, 'tabs'),
        utilities: utilitiesOf(xmlText(xml, 'utilityBar')),
      })),
    ],
    tabs: read('.tab-meta.xml').map(({ name, xml }) => ({
      name,
      label: xmlText(xml, 'label') ?? name,
      component: xmlText(xml, 'lwcComponent') ?? null,
      shownWith: sets.filter(({ tabs }) => tabs.includes(name)).map(({ permissions }) => permissions),
    })),
    recordPages: Object.fromEntries(pages),
    listButtons: listButtons(project),
  };
}

/** The same with this component alone in the right column of every record page. */
export function withSidebar(setup: Setup, component: string): Setup {
  const recordPages: Setup['recordPages'] = {};
  for (const [objectName, page] of Object.entries(setup.recordPages)) recordPages[objectName] = { ...page, sidebar: [component] };
  return { ...setup, recordPages };
}

/** A region or facet holds components; a tab is a component whose property `body` names the facet with its content. */
function recordPage(xml: string): RecordPage {
  const regions = new Map(
    xmlElements(xml, 'flexiPageRegions').map((region) => [regionName(region), xmlElements(region, 'componentInstance')]),
  );
  const components = (region: string) => (regions.get(region) ?? []).map((instance) => xmlText(instance, 'componentName') ?? '');
  const tabs = [...regions.values()].flat().filter((instance) => xmlText(instance, 'componentName') === 'flexipage:tab');
  return {
    sidebar: components('sidebar')
      .filter((name) => name.startsWith('c:') || !name.includes(':'))
      .map((name) => name.replace(/^c:/, '')),
    tabs: tabs.map((tab) => ({ component: components(property(tab, 'body') ?? '')[0] ?? '', active: property(tab, 'active') === 'true' })),
  };
}

/** Follows a list button to its Visualforce page, and that page's component to the address in its script. */
function listButtons(project: Project): Setup['listButtons'] {
  const buttons: Setup['listButtons'] = {};
  const text = (ending: string) => readFileSync(project.find(ending) ?? '/dev/null', 'utf8');
  for (const file of project.all('.webLink-meta.xml')) {
    const xml = readFileSync(file, 'utf8');
    if (xmlText(xml, 'displayType') !== 'massActionButton') continue;
    const objectName = path.basename(path.join(file, '../..'));
    const page = text(`pages/${xmlText(xml, 'page') ?? ''}.page`);
    const script = text(`components/${/<c:(\w+)/.exec(page)?.[1] ?? ''}.component`);
    const url = /'(\/lightning\/[^'{]*)/.exec(script)?.[1];
    if (url) (buttons[objectName] ??= []).push({ label: xmlText(xml, 'masterLabel') ?? '', url });
  }
  return buttons;
}

function utilities(xml: string): Utility[] {
  return xmlElements(xml, 'componentInstance').map((instance) => ({
    component: xmlText(instance, 'componentName') ?? '',
    label: property(instance, 'label') ?? '',
    icon: property(instance, 'icon') ?? 'fallback',
    height: Number(property(instance, 'height') ?? 480),
    width: Number(property(instance, 'width') ?? 340),
    isEager: property(instance, 'eager') === 'true',
  }));
}

/** The region's own name stands after its components, which have names too. */
function regionName(region: string) {
  return xmlText(region.slice(region.lastIndexOf('</itemInstances>')), 'name') ?? '';
}

function property(instance: string, name: string): string | undefined {
  const found = xmlElements(instance, 'componentInstanceProperties').find((one) => xmlText(one, 'name') === name);
  return found && xmlText(found, 'value');
}
