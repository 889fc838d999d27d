import { LightningElement, api } from 'lwc';

/** App launcher, name of the app, and its tabs. */
export default class NavigationBar extends LightningElement {
  @api app;
  @api apps = [];
  @api items = [];

  isOpen = false;

  get tabs() {
    return this.items.map((item) => ({
      ...item,
      className: `slds-context-bar__item${item.isCurrent ? ' slds-is-active' : ''}`,
      current: item.isCurrent ? 'page' : null,
    }));
  }
  get launcherClass() {
    return `slds-dropdown-trigger slds-dropdown-trigger_click slds-context-bar__item slds-no-hover${this.isOpen ? ' slds-is-open' : ''}`;
  }
  get expanded() {
    return String(this.isOpen);
  }

  handleLauncherClick() {
    this.isOpen = !this.isOpen;
  }
  handleAppClick(event) {
    this.isOpen = false;
    this.dispatchEvent(new CustomEvent('appchoice', { detail: { name: event.currentTarget.dataset.name } }));
  }
  handleKeyDown(event) {
    if (event.key === 'Escape' && this.isOpen) {
      this.isOpen = false;
      this.refs.launcher.focus();
    }
  }
  handleFocusOut(event) {
    if (!event.currentTarget.contains(event.relatedTarget)) this.isOpen = false;
  }
}
