import { loadOrg, org } from 'sim/org';

await loadOrg();
document.documentElement.lang = org.i18n.lang;
document.documentElement.dir = org.i18n.dir;

const [{ createElement }, { components }] = await Promise.all([import('lwc'), import('sim/appComponents')]);

/** Puts a component that the app names into the page, in native shadow. Throws for one that it does not name. */
export async function create(name, properties, place) {
  const load = components[name.replace(/^c:/, '')];
  if (!load) throw new Error(`No app names ${name} as a dependency.`);
  const element = createElement(
    name.replace(':', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    { is: await load() },
  );
  Object.assign(element, properties);
  place.append(element);
  return element;
}
