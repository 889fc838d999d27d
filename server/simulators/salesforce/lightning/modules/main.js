import { loadOrg, org } from 'sim/org';

const parameters = new URLSearchParams(window.location.search);
await loadOrg(parameters.has('dir') ? { dir: parameters.get('dir') } : {});
document.documentElement.lang = org.i18n.lang;
document.documentElement.dir = org.i18n.dir;

const setup = JSON.parse(document.getElementById('setup').textContent);
const [{ createElement }, { default: App }, { components }] = await Promise.all([
  import('lwc'),
  import('sim/app'),
  setup.lwsUrl ? import(setup.lwsUrl) : import('sim/components'),
]);
const app = createElement('sim-app', { is: App });
app.setup = setup;
app.components = components;
document.body.append(app);
