import type { FieldValue, Org, SObject } from '../entities.ts';
import { SalesforceError } from '../errors.ts';
import { findField, findObject, objectOfId, type FieldDefinition, type ObjectDefinition } from '../schema/index.ts';
import type { Store } from '../store.ts';

/** A field path that was checked against the schema. */
export interface CompiledPath {
  /** The names as the schema writes them. */
  names: string[];
  field: FieldDefinition;
  read(record: SObject): FieldValue;
  /** The record that holds the last field; undefined when a parent is missing. */
  parent(record: SObject): SObject | undefined;
}

/** What Who, What and other references to several objects offer. */
const NAME_FIELDS = ['Id', 'Name', 'Type', 'FirstName', 'LastName', 'Email', 'Phone', 'Title', 'IsActive', 'Username'];

/**
 * Resolves `Contact.Account.Name` on an object. Throws INVALID_FIELD as Salesforce words it, also for a field that is hidden from who asks.
 */
export function compilePath(store: Store, org: Org, object: ObjectDefinition, path: string, hiddenFields: string[] = []): CompiledPath {
  const segments = path.split('.');
  if (segments.length > 1 && segments[0]?.toLowerCase() === object.name.toLowerCase()) segments.shift();
  const last = segments.pop() ?? '';
  const steps: FieldDefinition[] = [];
  let current: ObjectDefinition | null = object;
  for (const segment of segments) {
    const holder: string = current?.name ?? '';
    const step: FieldDefinition | undefined = current?.fields.find(
      (field) => field.relationshipName?.toLowerCase() === segment.toLowerCase() && !hiddenFields.includes(`${holder}.${field.name}`),
    );
    if (!current || !step) throw noRelationship(segment, path);
    steps.push(step);
    current = step.referenceTo.length === 1 ? (findObject(org, step.referenceTo[0] ?? '') ?? null) : null;
  }
  const field = current ? findField(current, last) : nameField(org, last);
  if (!field || hiddenFields.includes(`${current?.name ?? ''}.${field.name}`)) throw noColumn(last, current?.name ?? 'Name');

  const parent = (record: SObject): SObject | undefined => {
    let at: SObject | undefined = record;
    for (const step of steps) at = at && store.find(org, at[step.name] as string | null);
    return at;
  };
  return {
    names: [...steps.map((step) => step.relationshipName ?? step.name), field.name],
    field,
    parent,
    read(record) {
      const holder = parent(record);
      if (!holder) return null;
      if (field.name === 'Type' && !current) return objectOfId(org, String(holder['Id']))?.name ?? null;
      if (field.name === 'Name' && !current) return store.nameOf(org, String(holder['Id']));
      return holder[field.name] ?? null;
    },
  };
}

function nameField(org: Org, name: string): FieldDefinition | undefined {
  if (!NAME_FIELDS.some((known) => known.toLowerCase() === name.toLowerCase())) return undefined;
  const user = findObject(org, 'User');
  const lead = findObject(org, 'Lead');
  const like = (user && findField(user, name)) ?? (lead && findField(lead, name)) ?? (lead && findField(lead, 'Title'));
  return like && { ...like, name: NAME_FIELDS.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name };
}

function noColumn(name: string, objectName: string): SalesforceError {
  return new SalesforceError(
    'INVALID_FIELD',
    `No such column '${name}' on entity '${objectName}'. If you are attempting to use a custom field, be sure to append the '__c' ` +
      'after the custom field name. Please reference your WSDL or the describe call for the appropriate names.',
  );
}

function noRelationship(segment: string, path: string): SalesforceError {
  return new SalesforceError(
    'INVALID_FIELD',
    `Didn't understand relationship '${segment}' in field path '${path}'. If you are attempting to use a custom relationship, be sure ` +
      `to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}
