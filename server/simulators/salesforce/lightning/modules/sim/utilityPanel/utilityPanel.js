import { LightningElement, api, createContextProvider } from 'lwc';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';

const provide = createContextProvider(EnclosingUtilityId);

/** Around the component of a utility: tells it which utility it is in. */
export default class UtilityPanel extends LightningElement {
  @api utilityId;
  @api component;
  @api components;

  connectedCallback() {
    const { utilityId } = this;
    provide(this.template.host, { consumerConnectedCallback: (consumer) => consumer.provide({ utilityId }) });
  }
}
