import { LightningElement, api } from 'lwc';
import { org } from 'sim/org';
import { recordUrl } from 'sim/objects';

/** One value of a record, shown as its type asks. `field` is an entry of `sim/objects`; `record` an answer of the UI API. */
export default class Field extends LightningElement {
  @api field;
  @api record;

  get found() {
    return this.read(this.field.path);
  }
  get value() {
    return this.found?.value ?? null;
  }
  get text() {
    const { value } = this;
    if (value === null) return '';
    if (this.field.type === 'currency') {
      return new Intl.NumberFormat(org.i18n.locale, {
        style: 'currency',
        currency: org.i18n.currency ?? 'USD',
        maximumFractionDigits: 0,
      }).format(value);
    }
    if (this.field.type === 'date') return new Intl.DateTimeFormat(org.i18n.locale, { timeZone: 'UTC' }).format(new Date(value));
    return this.found.displayValue ?? String(value);
  }
  get isEmail() {
    return this.field.type === 'email' && this.value;
  }
  get isPhone() {
    return this.field.type === 'phone' && this.value;
  }
  get isUrl() {
    return this.field.type === 'url' && this.value;
  }
  get isLookup() {
    return this.field.type === 'lookup' && this.value;
  }
  get isCheckbox() {
    return this.field.type === 'checkbox';
  }
  get address() {
    if (this.isEmail) return `mailto:${this.value}`;
    if (this.isPhone) return `tel:${this.value}`;
    return recordUrl(this.field.objectApiName, this.read(this.field.idPath)?.value);
  }
  get webAddress() {
    return /^https?:/.test(this.value) ? this.value : `https://${this.value}`;
  }

  read(path) {
    return path.split('.').reduce((at, name, index) => (index === 0 ? at?.fields?.[name] : at?.value?.fields?.[name]), this.record);
  }
}
