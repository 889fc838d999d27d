import path from 'node:path';
import type { LightningBuild } from '../lightning/build/build.ts';

/**
 * What `<apex:includeLightning />` loads: `$Lightning.use` and `$Lightning.createComponent`. There are no toasts, no navigation service and
 * no polyfill of shadow trees, as on a Visualforce page of the platform.
 */
export function lightningOut({ appUrl, project }: LightningBuild): string {
  const apps = project.all('.app').map((file) => `c:${path.basename(file, '.app')}`);
  return `
(function () {
  const apps = ${JSON.stringify(apps)};
  const loading = import(${JSON.stringify(`${appUrl}/visualforce.js`)});
  window.$Lightning = {
    use(name, callback) {
      if (!apps.includes(name)) throw new Error('There is no Lightning app ' + name);
      loading.then(() => callback(), (error) => console.error(error));
    },
    createComponent(name, properties, locator, callback) {
      loading
        .then(({ create }) => create(name, properties, document.getElementById(locator)))
        .then((component) => callback(component, 'SUCCESS'), (error) => { console.error(error); callback(null, 'ERROR', error.message); });
    },
  };
})();
`;
}
