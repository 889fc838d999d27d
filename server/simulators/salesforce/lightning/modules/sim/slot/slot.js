import { LightningElement, api } from 'lwc';

/** A place on a page for a component of the project; says so when there is none of that name or when it cannot be loaded. */
export default class Slot extends LightningElement {
  @api components;
  @api recordId;
  @api objectApiName;

  loaded;
  error;
  requested;

  @api
  get name() {
    return this.requested;
  }
  set name(value) {
    this.requested = value;
    void this.load(value);
  }

  get properties() {
    return this.recordId ? { recordId: this.recordId, objectApiName: this.objectApiName } : {};
  }

  async load(name) {
    this.loaded = undefined;
    this.error = undefined;
    // `components` may be set after `name`
    await Promise.resolve();
    const load = this.components?.[name];
    if (!load) {
      this.error = `No component c:${name} with isExposed true was found in force-app.`;
      return;
    }
    try {
      const loaded = await load();
      if (name === this.requested) this.loaded = loaded;
    } catch (error) {
      this.error = `The component c:${name} could not be loaded: ${error.message}`;
    }
  }

  errorCallback(error) {
    this.loaded = undefined;
    this.error = error.message;
    throw error;
  }
}
