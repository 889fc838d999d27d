import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, openUrl } from 'force/navigation';
import Toast from 'lightning/toast';
import { org } from 'sim/org';
import { OBJECTS, iconOf, listUrl } from 'sim/objects';

const REMEMBERED_APP = 'app';

/** The one page of the org: header, navigation bar, and below it what the address asks for. */
export default class App extends LightningElement {
  /** Apps, tabs and record pages as the project's metadata says. */
  @api setup;
  /** Bundle name to a function that loads the component. */
  @api components;

  page;
  appName = sessionStorage.getItem(REMEMBERED_APP);

  @wire(CurrentPageReference)
  handlePage(page) {
    this.page = page;
    if (page.type === 'standard__app') this.openApp(page.attributes.appTarget);
  }

  connectedCallback() {
    this.addEventListener('lightning__showtoast', (event) => this.handleToast(event));
    this.addEventListener('click', (event) => this.handleClick(event));
  }

  get isRecord() {
    return this.page.type === 'standard__recordPage' && this.page.attributes.objectApiName in OBJECTS;
  }
  get isList() {
    return this.page.type === 'standard__objectPage' && this.page.attributes.objectApiName in OBJECTS;
  }
  get isHome() {
    return this.page.type === 'standard__namedPage';
  }
  /** As on the platform: an address of nobody's, an app, a tab or an object that the org does not have. */
  get isMissing() {
    const { type, attributes } = this.page;
    if (type === 'standard__recordPage' || type === 'standard__objectPage') return !(attributes.objectApiName in OBJECTS);
    if (type === 'standard__navItemPage') return !this.setup.tabs.some((tab) => tab.name === attributes.apiName);
    return type === 'unknown' || type === 'standard__app';
  }
  get objectApiName() {
    return this.page.attributes.objectApiName;
  }
  get recordId() {
    return this.page.attributes.recordId;
  }
  get pages() {
    const { type, attributes } = this.page;
    return [{ key: JSON.stringify({ type, attributes }) }];
  }

  /** The bundle behind a custom tab or behind the address of a component, when the project has one of that name. */
  get component() {
    const { type, attributes } = this.page;
    if (type === 'standard__component') return attributes.componentName.replace(/^c__/, '');
    return this.setup.tabs.find((tab) => tab.name === attributes.apiName)?.component ?? attributes.apiName;
  }
  get listButtons() {
    return this.setup.listButtons[this.objectApiName] ?? [];
  }
  get recordPage() {
    return this.setup.recordPages[this.objectApiName];
  }

  get apps() {
    return this.setup.apps;
  }
  /** The app that was chosen last; a tab that it does not have brings its own. */
  get app() {
    const chosen = this.apps.find((app) => app.name === this.appName) ?? this.apps[0];
    const { type, attributes } = this.page;
    if (type !== 'standard__navItemPage' || chosen.tabs.includes(attributes.apiName)) return chosen;
    return this.apps.find((app) => app.tabs.includes(attributes.apiName)) ?? chosen;
  }
  get hasUtilities() {
    return this.app.utilities.length > 0;
  }
  get navigationItems() {
    return this.app.tabs.map((tab) => this.navigationItem(tab)).filter(Boolean);
  }

  navigationItem(tab) {
    const standard = /^standard-(\w+)$/.exec(tab)?.[1];
    if (standard === 'home') return { name: tab, label: 'Home', url: '/lightning/page/home', isCurrent: this.isHome };
    if (standard) {
      const object = OBJECTS[standard];
      return (
        object && {
          name: tab,
          label: object.plural,
          icon: iconOf(standard),
          url: listUrl(standard),
          isCurrent: this.objectApiName === standard,
        }
      );
    }
    const custom = this.setup.tabs.find(({ name }) => name === tab);
    if (!custom?.shownWith.some((permissions) => permissions.every((name) => org.customPermissions.includes(name)))) return undefined;
    const { label } = custom;
    return { name: tab, label, url: `/lightning/n/${tab}`, isCurrent: this.page.attributes.apiName === tab };
  }

  handleAppChoice({ detail: { name } }) {
    this.enterApp(name);
  }

  /** The address of an app gives way to that of its first tab. A custom app without a namespace is named `c__` and its name. */
  openApp(target) {
    const app = this.apps.find(({ name }) => [name, `c__${name}`].includes(target));
    if (app) this.enterApp(app.name, true);
  }

  enterApp(name, replace = false) {
    sessionStorage.setItem(REMEMBERED_APP, name);
    this.appName = name;
    openUrl(this.navigationItems[0]?.url ?? '/lightning/page/home', replace);
  }

  handleToast(event) {
    const { title, label, message, messageData, variant = 'info', mode = 'dismissible' } = event.detail;
    // the toast component tells its container with the same event, which carries a label
    if (label) return;
    event.stopPropagation();
    const messageLinks = messageData?.map((item) => (typeof item === 'string' ? item : { url: item.url, label: item.label }));
    void Toast.show({ label: title, message, messageLinks, variant, mode }, this);
  }

  /** A plain click on a link within the org moves about without loading the page anew. */
  handleClick(event) {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.defaultPrevented;
    const href = link?.getAttribute('href');
    if (!isPlain || !href?.startsWith('/lightning/') || link.target) return;
    event.preventDefault();
    openUrl(href);
  }
}
