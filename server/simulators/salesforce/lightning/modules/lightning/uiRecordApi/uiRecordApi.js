import { call, createAdapter, org, refreshKey } from 'sim/org';

const base = () => `/services/data/v${org.apiVersion}/ui-api`;
const nameOf = (field) => (typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`);
const names = (fields) => [fields ?? []].flat().map(nameOf).join(',');

export const getRecord = createAdapter({
  required: ['recordId'],
  keys: ({ recordId }) => [recordId],
  load: ({ recordId, fields, optionalFields }) => {
    const query = new URLSearchParams();
    if (fields) query.set('fields', names(fields));
    if (optionalFields) query.set('optionalFields', names(optionalFields));
    return call(`${base()}/records/${recordId}?${query}`);
  },
});

function find(record, field) {
  const path = nameOf(field).split('.').slice(1);
  return path.reduce((at, name, index) => (index === 0 ? at?.fields?.[name] : at?.value?.fields?.[name]), record);
}
export const getFieldValue = (record, field) => find(record, field)?.value;
export const getFieldDisplayValue = (record, field) => find(record, field)?.displayValue;

export async function notifyRecordUpdateAvailable(items) {
  await Promise.all(items.map(({ recordId }) => refreshKey(recordId)));
}
export function getRecordNotifyChange(items) {
  void notifyRecordUpdateAvailable(items);
}
export const createRecord = (input) => call(`${base()}/records`, { method: 'POST', body: JSON.stringify(input) });
export async function updateRecord(input) {
  const { Id, ...fields } = input.fields;
  const record = await call(`${base()}/records/${Id}`, { method: 'PATCH', body: JSON.stringify({ fields }) });
  await refreshKey(Id);
  return record;
}
export async function deleteRecord(recordId) {
  await call(`${base()}/records/${recordId}`, { method: 'DELETE' });
}
