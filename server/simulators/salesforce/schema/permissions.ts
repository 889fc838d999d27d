import { checkbox, readOnly, reference, systemFields, text, type ObjectDefinition } from './definition.ts';

const closed = { createable: false, updateable: false, deletable: false };

/** A profile's own permissions count as a permission set here, as in Salesforce (`IsOwnedByProfile`). */
export function permissionSetDefinition(): ObjectDefinition {
  return {
    name: 'PermissionSet',
    label: 'Permission Set',
    labelPlural: 'Permission Sets',
    keyPrefix: '0PS',
    ...closed,
    nameField: 'Label',
    fields: [
      ...systemFields().filter(({ name }) => name !== 'IsDeleted'),
      text('Name', 80, readOnly),
      text('Label', 80, readOnly),
      checkbox('IsOwnedByProfile', readOnly),
      checkbox('PermissionsApiEnabled', readOnly),
      checkbox('PermissionsModifyAllData', readOnly),
    ],
  };
}

export function permissionSetAssignmentDefinition(): ObjectDefinition {
  return {
    name: 'PermissionSetAssignment',
    label: 'Permission Set Assignment',
    labelPlural: 'Permission Set Assignments',
    keyPrefix: '0Pa',
    ...closed,
    nameField: 'Id',
    fields: [
      ...systemFields().filter(({ name }) => name === 'Id' || name === 'SystemModstamp'),
      reference('AssigneeId', ['User'], 'Assignee', readOnly),
      reference('PermissionSetId', ['PermissionSet'], 'PermissionSet', readOnly),
    ],
  };
}

/** Only who may manage users sees it. */
export function userLoginDefinition(): ObjectDefinition {
  return {
    name: 'UserLogin',
    label: 'User Login',
    labelPlural: 'User Logins',
    keyPrefix: '0Yw',
    ...closed,
    nameField: 'Id',
    fields: [
      ...systemFields().filter(({ name }) => name === 'Id' || name === 'SystemModstamp'),
      reference('UserId', ['User'], 'User', readOnly),
      checkbox('IsFrozen', readOnly),
    ],
  };
}

export function organizationDefinition(): ObjectDefinition {
  return {
    name: 'Organization',
    label: 'Organization',
    labelPlural: 'Organizations',
    keyPrefix: '00D',
    ...closed,
    nameField: 'Name',
    fields: [
      ...systemFields().filter(({ name }) => name !== 'IsDeleted'),
      text('Name', 80, readOnly),
      text('OrganizationType', 40, readOnly),
      checkbox('IsSandbox', readOnly),
    ],
  };
}
