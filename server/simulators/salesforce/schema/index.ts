import type { CustomField, Org, OrgSettings } from '../entities.ts';
import { accountDefinition, contactRoleDefinition, opportunityDefinition } from './accounts.ts';
import { emailMessageDefinition, taskDefinition, taskStatusDefinition } from './activity.ts';
import {
  checkbox,
  currency,
  date,
  datetime,
  double,
  multipicklist,
  percent,
  picklist,
  text,
  textarea,
  type FieldDefinition,
  type ObjectDefinition,
} from './definition.ts';
import { contactDefinition, individualDefinition, leadDefinition, userDefinition } from './people.ts';
import { organizationDefinition, permissionSetAssignmentDefinition, permissionSetDefinition, userLoginDefinition } from './permissions.ts';

/** Keyed by the settings object, which is replaced, never changed, when an admin changes a setting. */
const known = new WeakMap<OrgSettings, ObjectDefinition[]>();

/** The objects that this org shows to its users, as its settings say now. */
export function objectsOf(org: Org): ObjectDefinition[] {
  const objects = known.get(org.settings) ?? buildObjects(org.settings);
  known.set(org.settings, objects);
  return objects;
}

function buildObjects(settings: OrgSettings): ObjectDefinition[] {
  const objects = [
    accountDefinition(),
    contactDefinition(),
    ...(settings.enhancedEmail ? [emailMessageDefinition()] : []),
    individualDefinition(),
    leadDefinition(),
    opportunityDefinition(),
    contactRoleDefinition(),
    organizationDefinition(),
    permissionSetDefinition(),
    permissionSetAssignmentDefinition(),
    taskDefinition(settings),
    taskStatusDefinition(),
    userDefinition(),
    userLoginDefinition(),
  ];
  for (const object of objects) {
    const own = (settings.customFields ?? []).filter((field) => field.object === object.name);
    object.fields.push(...own.map(customField));
    if (settings.currencies && OF_CURRENCY.includes(object.name)) object.fields.push(currencyCode(settings.currencies));
    for (const field of object.fields) {
      if (!settings.readOnlyFields.includes(`${object.name}.${field.name}`)) continue;
      field.createable = false;
      field.updateable = false;
    }
  }
  return objects;
}

/** Objects whose amounts each name their currency, in an org with several. */
const OF_CURRENCY = ['Account', 'Contact', 'Lead', 'Opportunity', 'User'];

function currencyCode(currencies: string[]): FieldDefinition {
  return picklist('CurrencyIsoCode', currencies, { label: 'Currency ISO Code', restrictedPicklist: true, defaultFirst: true });
}

function customField({ name, label, type, values = {} }: CustomField): FieldDefinition {
  const keys = Object.keys(values);
  const made = {
    string: () => text(name),
    textarea: () => textarea(name, 32_000),
    boolean: () => checkbox(name),
    date: () => date(name),
    datetime: () => datetime(name),
    double: () => double(name),
    currency: () => currency(name),
    percent: () => percent(name),
    picklist: () => picklist(name, keys),
    multipicklist: () => multipicklist(name, keys),
  }[type]();
  const picklistValues = made.picklistValues.map((choice) => ({ ...choice, label: values[choice.value] ?? choice.value }));
  return { ...made, label, picklistValues };
}

/** Object names are case-insensitive, as on the platform. */
export function findObject(org: Org, name: string): ObjectDefinition | undefined {
  return objectsOf(org).find((object) => object.name.toLowerCase() === name.toLowerCase());
}

export function findField(object: ObjectDefinition, name: string): FieldDefinition | undefined {
  return object.fields.find((field) => field.name.toLowerCase() === name.toLowerCase());
}

/** The object that an id belongs to, by its first three characters. */
export function objectOfId(org: Org, id: string): ObjectDefinition | undefined {
  return objectsOf(org).find((object) => object.keyPrefix === id.slice(0, 3));
}

export { statusesOf } from './activity.ts';
export { findToolingObject, toolingRows } from './tooling.ts';
export type { FieldDefinition, ObjectDefinition } from './definition.ts';
