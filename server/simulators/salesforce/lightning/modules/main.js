import { loadOrg, org } from 'sim/org';

const parameters = new URLSearchParams(window.location.search);
const language = parameters.get('lang')?.replace('_', '-');
await loadOrg({
  ...(parameters.has('dir') && { dir: parameters.get('dir') }),
  ...(language && { lang: language, locale: language }),
});
document.documentElement.lang = org.i18n.lang;
document.documentElement.dir = org.i18n.dir;

const setup = JSON.parse(document.getElementById('setup').textContent);
const [{ createElement }, { default: App }, { components }] = await Promise.all([
  import('lwc'),
  import('sim/app'),
  setup.lwsUrl ? import(setup.lwsUrl) : import('sim/components'),
]);
const app = createElement('sim-app', { is: App });
app.setup = { ...setup, tabs: setup.tabs.map((tab) => ({ ...tab, label: org.translation.tabs[tab.name] ?? tab.label })) };
app.components = components;
document.body.append(app);
