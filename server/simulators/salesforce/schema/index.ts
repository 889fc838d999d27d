import type { Org, OrgSettings } from '../entities.ts';
import { accountDefinition, contactRoleDefinition, opportunityDefinition } from './accounts.ts';
import { emailMessageDefinition, taskDefinition, taskStatusDefinition } from './activity.ts';
import type { FieldDefinition, ObjectDefinition } from './definition.ts';
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
    for (const field of object.fields) {
      if (!settings.readOnlyFields.includes(`${object.name}.${field.name}`)) continue;
      field.createable = false;
      field.updateable = false;
    }
  }
  return objects;
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
