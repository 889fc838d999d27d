import { readFileSync } from 'node:fs';
import { xmlElements, xmlText, type Project } from './build/project.ts';

/** Words of a language by API name. What is missing here is shown in English, as on the platform. */
export interface Translation {
  labels: Record<string, string>;
  tabs: Record<string, string>;
}

/** The project's translation into a language such as "de" or "pt_BR"; empty where it has none. */
export function readTranslation(project: Project, language: string): Translation {
  const file = project.find(`translations/${language.replace('-', '_')}.translation-meta.xml`);
  const xml = file ? readFileSync(file, 'utf8') : '';
  return { labels: wordsOf(xml, 'customLabels'), tabs: wordsOf(xml, 'customTabs') };
}

function wordsOf(xml: string, element: string): Record<string, string> {
  return Object.fromEntries(xmlElements(xml, element).map((one) => [xmlText(one, 'name') ?? '', xmlText(one, 'label') ?? '']));
}
