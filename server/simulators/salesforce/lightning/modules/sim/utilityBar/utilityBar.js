import { LightningElement, api } from 'lwc';
import { addUtility, clickUtility, removeUtility, utilityOf, watchUtilities } from 'lightning/platformUtilityBarApi';

/** The bar below every page of an app. A panel that was open once stays there, out of sight. */
export default class UtilityBar extends LightningElement {
  @api components;

  items = [];
  version = 0;

  @api
  get utilities() {
    return this.items;
  }
  set utilities(utilities) {
    if (JSON.stringify(utilities) === JSON.stringify(this.items.map(({ utility }) => utility))) return;
    for (const { id } of this.items) removeUtility(id);
    this.items = utilities.map((utility) => ({ id: addUtility(utility), utility, isLoaded: utility.isEager }));
  }

  connectedCallback() {
    this.stopWatching = watchUtilities(() => {
      this.version += 1;
    });
  }
  disconnectedCallback() {
    this.stopWatching();
  }

  get shown() {
    // read, so that a change draws the bar again
    void this.version;
    return this.items.map((item) => {
      const { label, icon, iconVariant, highlighted, panelVisible } = utilityOf(item.id);
      item.isLoaded ||= panelVisible;
      return {
        ...item,
        label,
        iconName: `utility:${icon}`,
        iconVariant,
        pressed: String(panelVisible),
        itemClass: `slds-utility-bar__item${highlighted ? ' slds-utility-bar__item_notification highlighted' : ''}`,
        panelClass: `slds-utility-panel slds-grid slds-grid_vertical panel${panelVisible ? ' slds-is-open' : ' closed'}`,
        panelStyle: `block-size: ${item.utility.height}px; inline-size: ${item.utility.width}px`,
      };
    });
  }

  handleClick(event) {
    clickUtility(event.currentTarget.dataset.id);
  }
}
