import { LightningElement, api, wire } from 'lwc';
import { RefreshEventName } from 'lightning/refresh';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { OBJECTS, iconOf } from 'sim/objects';

const STANDARD_COMPONENTS = { 'force:detailPanel': 'Details', 'runtime_sales_activities:activityPanel': 'Activity' };

/** The page of one record, laid out as its Lightning page in the project says: tabs on the left, components on the right. */
export default class RecordPage extends LightningElement {
  @api recordId;
  @api objectApiName;
  /** Tabs and sidebar from the Lightning page. */
  @api layout;
  @api components;

  record;
  error;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fieldNames' })
  handleRecord({ data, error }) {
    this.record = data ?? this.record;
    if (data) document.title = `${this.name ?? ''} | ${this.objectLabel} | Salesforce`;
    this.error = error;
  }

  connectedCallback() {
    this.addEventListener(RefreshEventName, (event) => {
      event.stopPropagation();
      void notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
      this.template.querySelector('sim-activity-timeline')?.refresh();
    });
  }

  get object() {
    return OBJECTS[this.objectApiName];
  }
  get fieldNames() {
    const { highlights, details } = this.object;
    const paths = [...highlights, ...details].flatMap(({ path, idPath }) => [path, idPath].filter(Boolean));
    return [...new Set([this.nameField, ...paths])].map((path) => `${this.objectApiName}.${path}`);
  }
  get nameField() {
    return this.object.nameField ?? 'Name';
  }
  get objectLabel() {
    return this.object.label;
  }
  get iconName() {
    return iconOf(this.objectApiName);
  }
  get name() {
    return this.record?.fields[this.nameField]?.value;
  }
  get errorText() {
    return this.error?.body?.[0]?.message ?? this.error?.body?.message ?? this.error?.message;
  }
  get highlights() {
    return this.object.highlights;
  }
  /** Without what field-level security hides, which the record then lacks. */
  get details() {
    return this.object.details.filter(({ path }) => !this.record || path.split('.')[0] in this.record.fields);
  }
  get sidebar() {
    return this.layout?.sidebar ?? (this.object.isActivity ? [] : ['msiPanel']);
  }
  get tabs() {
    const tabs = (this.layout?.tabs ?? []).filter(({ component }) => component in STANDARD_COMPONENTS);
    const standard = this.object.isActivity ? ['force:detailPanel'] : Object.keys(STANDARD_COMPONENTS);
    const shown = tabs.length > 0 ? tabs : standard.map((component) => ({ component }));
    return shown.map(({ component }) => ({
      label: STANDARD_COMPONENTS[component],
      isActivity: STANDARD_COMPONENTS[component] === 'Activity',
    }));
  }
  get activeTab() {
    const active = this.layout?.tabs.find((tab) => tab.active)?.component;
    return STANDARD_COMPONENTS[active] ?? this.tabs[0].label;
  }
}
