import type { FieldValue } from '../entities.ts';

export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'email'
  | 'phone'
  | 'url'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'reference';

export interface PicklistValue {
  value: string;
  label: string;
  active: boolean;
  defaultValue: boolean;
}

export interface FieldDefinition {
  name: string;
  label: string;
  type: FieldType;
  length: number;
  createable: boolean;
  updateable: boolean;
  nillable: boolean;
  filterable: boolean;
  custom: boolean;
  externalId: boolean;
  unique: boolean;
  restrictedPicklist: boolean;
  picklistValues: PicklistValue[];
  referenceTo: string[];
  relationshipName: string | null;
  defaultValue: FieldValue;
}

export interface ObjectDefinition {
  name: string;
  label: string;
  labelPlural: string;
  keyPrefix: string;
  createable: boolean;
  updateable: boolean;
  deletable: boolean;
  /** The field that names a record to people. */
  nameField: string;
  fields: FieldDefinition[];
}

type Extra = Partial<Omit<FieldDefinition, 'name' | 'type' | 'label'>> & { label?: string };

function field(name: string, type: FieldType, extra: Extra = {}): FieldDefinition {
  return {
    name,
    label: labelOf(name),
    type,
    length: 0,
    createable: true,
    updateable: true,
    nillable: true,
    filterable: type !== 'textarea',
    custom: name.endsWith('__c'),
    externalId: false,
    unique: false,
    restrictedPicklist: false,
    picklistValues: [],
    referenceTo: [],
    relationshipName: null,
    defaultValue: null,
    ...extra,
  };
}

export const readOnly: Extra = { createable: false, updateable: false };
export const createOnly: Extra = { updateable: false };
export const required: Extra = { nillable: false };

export function text(name: string, length = 255, extra: Extra = {}) {
  return field(name, 'string', { length, ...extra });
}
export function textarea(name: string, length: number, extra: Extra = {}) {
  return field(name, 'textarea', { length, ...extra });
}
export function email(name: string, extra: Extra = {}) {
  return field(name, 'email', { length: 80, ...extra });
}
export function phone(name: string, extra: Extra = {}) {
  return field(name, 'phone', { length: 40, ...extra });
}
export function url(name: string, extra: Extra = {}) {
  return field(name, 'url', { length: 255, ...extra });
}
export function checkbox(name: string, extra: Extra = {}) {
  return field(name, 'boolean', { nillable: false, defaultValue: false, ...extra });
}
export function date(name: string, extra: Extra = {}) {
  return field(name, 'date', extra);
}
export function datetime(name: string, extra: Extra = {}) {
  return field(name, 'datetime', extra);
}
export function int(name: string, extra: Extra = {}) {
  return field(name, 'int', extra);
}
export function currency(name: string, extra: Extra = {}) {
  return field(name, 'currency', extra);
}
export function percent(name: string, extra: Extra = {}) {
  return field(name, 'percent', extra);
}

export function double(name: string, extra: Extra = {}) {
  return field(name, 'double', extra);
}

export function reference(name: string, referenceTo: string[], relationshipName: string | null, extra: Extra = {}) {
  return field(name, 'reference', { length: 18, referenceTo, relationshipName, ...extra });
}

/** The first value is the default when `defaultFirst` is asked for. */
export function picklist(name: string, values: string[], extra: Extra & { defaultFirst?: boolean } = {}) {
  const { defaultFirst = false, ...rest } = extra;
  return field(name, 'picklist', {
    length: 255,
    defaultValue: defaultFirst ? (values[0] ?? null) : null,
    picklistValues: values.map((value, index) => ({ value, label: value, active: true, defaultValue: defaultFirst && index === 0 })),
    ...rest,
  });
}

export function combobox(name: string, values: string[], extra: Extra = {}) {
  return {
    ...picklist(name, values, extra),
    type: 'combobox' as const,
  };
}

/** Several values at once, with `;` between them. */
export function multipicklist(name: string, values: string[], extra: Extra = {}) {
  return { ...picklist(name, values, extra), type: 'multipicklist' as const, filterable: false, length: 4099 };
}

/** The fields that every object has. */
export function systemFields(): FieldDefinition[] {
  return [
    field('Id', 'id', { ...readOnly, ...required, length: 18 }),
    checkbox('IsDeleted', readOnly),
    datetime('CreatedDate', { ...readOnly, ...required }),
    reference('CreatedById', ['User'], 'CreatedBy', { ...readOnly, ...required }),
    datetime('LastModifiedDate', { ...readOnly, ...required }),
    reference('LastModifiedById', ['User'], 'LastModifiedBy', { ...readOnly, ...required }),
    datetime('SystemModstamp', { ...readOnly, ...required }),
  ];
}

export function owner(referenceTo: string[] = ['User']) {
  return reference('OwnerId', referenceTo, 'Owner', required);
}

/** "HasOptedOutOfEmail" reads "Has Opted Out Of Email", "AccountId" reads "Account ID". */
function labelOf(name: string): string {
  const words = name
    .replace(/__c$/, '')
    .replace(/_/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2');
  return words.replace(/ Id$/, ' ID').replace(/^(MSI|MSE|mktosales) /, '');
}
