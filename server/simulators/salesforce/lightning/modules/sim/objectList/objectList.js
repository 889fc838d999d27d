import { LightningElement, api } from 'lwc';
import { openUrl } from 'force/navigation';
import { call, org } from 'sim/org';
import { OBJECTS, iconOf, recordUrl } from 'sim/objects';

/** As many as Salesforce lets somebody select in a list. */
const MOST_TICKED = 200;

/** The list view "All" of an object, by name, with a filter. */
export default class ObjectList extends LightningElement {
  @api objectApiName;
  /** Shows no more than this many, by name only: for the home page. */
  @api short;
  /** That act on what is ticked. Without any there is nothing to tick. */
  @api buttons = [];

  records;
  error;
  filter = '';
  ticked = [];

  async connectedCallback() {
    try {
      const { records } = await call(`/sim/orgs/${org.org.id}/records/${this.objectApiName}`);
      this.records = records.filter((record) => !record.IsDeleted).sort((one, other) => one.Name.localeCompare(other.Name));
      if (!this.short) document.title = `${this.object.plural} | Salesforce`;
    } catch (error) {
      this.error = error.message;
    }
  }

  get object() {
    return OBJECTS[this.objectApiName];
  }
  get iconName() {
    return iconOf(this.objectApiName);
  }
  get listLabel() {
    return `All ${this.object.plural}`;
  }
  get filterLabel() {
    return `Search ${this.object.plural.toLowerCase()}`;
  }
  get columns() {
    return this.short ? [] : this.object.columns;
  }
  get tableClass() {
    return `slds-table slds-table_bordered slds-table_cell-buffer slds-table_fixed-layout${this.short ? '' : ' wide'}`;
  }
  get rows() {
    const wanted = this.filter.toLowerCase();
    return (this.records ?? [])
      .filter((record) => this.textOf(record).toLowerCase().includes(wanted))
      .slice(0, this.short ?? undefined)
      .map((record) => ({
        id: record.Id,
        name: record.Name,
        isTicked: this.ticked.includes(record.Id),
        tickLabel: `Select item ${record.Name}`,
        url: recordUrl(this.objectApiName, record.Id),
        record: { fields: Object.fromEntries(Object.entries(record).map(([name, value]) => [name, { value, displayValue: null }])) },
      }));
  }
  get canTick() {
    return this.buttons.length > 0;
  }
  get areAllTicked() {
    return this.rows.length > 0 && this.rows.every(({ isTicked }) => isTicked);
  }
  get count() {
    const { length } = this.rows;
    return length === 1 ? '1 item • Sorted by Name' : `${length} items • Sorted by Name`;
  }
  get hasNone() {
    return this.records && this.rows.length === 0;
  }

  /** What the filter looks at: what can be seen. */
  textOf(record) {
    return [record.Name, ...this.columns.map(({ path }) => record[path] ?? '')].join(' ');
  }

  handleTick(event) {
    const { id } = event.currentTarget.dataset;
    this.ticked = event.currentTarget.checked ? [...this.ticked, id] : this.ticked.filter((one) => one !== id);
  }
  handleTickAll(event) {
    this.ticked = event.currentTarget.checked ? this.rows.map(({ id }) => id).slice(0, MOST_TICKED) : [];
  }
  /** As in an org, where the page of the button gets what is ticked in the order of the list. */
  handleButtonClick(event) {
    const ids = this.rows.filter(({ isTicked }) => isTicked).map(({ id }) => id.slice(0, 15));
    if (ids.length === 0) this.error = 'Select at least one record and try again.';
    else openUrl(`${event.currentTarget.dataset.url}${ids.join(',')}`);
  }
  handleFilterChange({ detail: { value } }) {
    this.filter = value;
  }
}
