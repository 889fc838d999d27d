import type { Simulator } from '../common/index.ts';
import type { OAuthClient, Org, SimUser, SObject, State } from './entities.ts';
import { makeId, to18 } from './ids.ts';
import { findObject, objectOfId, statusesOf } from './schema/index.ts';
import { toDateTime } from './values.ts';

const SYSTEM_TIME = '2026-01-05T09:00:00.000+0000';

/** All access to the simulator's state, and the few facts about the world around it. */
export class Store {
  readonly simulator: Simulator<State>;
  readonly clients: OAuthClient[];
  readonly serviceUrl: string;

  constructor(simulator: Simulator<State>, clients: OAuthClient[], serviceUrl: string) {
    this.simulator = simulator;
    this.clients = clients;
    this.serviceUrl = serviceUrl;
  }

  get state(): State {
    return this.simulator.state;
  }

  /** Base address of every org, of the login host and of the identity URLs. */
  get baseUrl(): string {
    return this.simulator.url;
  }

  now(): Date {
    return this.simulator.clock.now();
  }

  nowMs(): number {
    return this.simulator.clock.nowMs();
  }

  findOrg(id: string): Org | undefined {
    return this.state.orgs[to18(id)];
  }

  /** The org of a record page's host; the first org when the host is nobody's. */
  orgOfHost(hostname: string): Org {
    const orgs = Object.values(this.state.orgs);
    const org = orgs.find(({ host }) => host === hostname) ?? orgs[0];
    if (!org) throw new Error('The Salesforce simulator has no org');
    return org;
  }

  findUser(id: string): SimUser | undefined {
    return this.state.users[to18(id)];
  }

  usersOf(orgId: string): SimUser[] {
    return Object.values(this.state.users).filter((user) => user.orgId === orgId);
  }

  orgOf(user: SimUser): Org {
    const org = this.state.orgs[user.orgId];
    if (!org) throw new Error(`User ${user.id} belongs to no org`);
    return org;
  }

  newId(keyPrefix: string): string {
    const number = (this.state.lastNumbers[keyPrefix] ?? 1000) + 1;
    this.state.lastNumbers[keyPrefix] = number;
    return makeId(keyPrefix, number);
  }

  /** The kept records of one object by id. */
  table(orgId: string, objectName: string): Record<string, SObject> {
    const objects = (this.state.records[orgId] ??= {});
    return (objects[objectName] ??= {});
  }

  /** Every record of an object, deleted ones too, including objects that are views of something else. */
  rows(org: Org, objectName: string): SObject[] {
    if (objectName === 'User') return this.usersOf(org.id).map(userRecord);
    if (objectName === 'TaskStatus') return taskStatusRecords(org);
    if (objectName === 'Organization') return [organizationRecord(org)];
    if (objectName === 'PermissionSet') return permissionSetRecords(org);
    if (objectName === 'PermissionSetAssignment')
      return this.usersOf(org.id).flatMap((user) => [profileAssignment(user), ...packageAssignments(org, user)]);
    if (objectName === 'UserLogin') return this.usersOf(org.id).map(userLogin);
    return Object.values(this.table(org.id, objectName));
  }

  /** A record that is not deleted, whatever its object; undefined when there is none. */
  find(org: Org, id: string | null | undefined): SObject | undefined {
    const record = this.findDeletedToo(org, id);
    return record?.['IsDeleted'] === true ? undefined : record;
  }

  findDeletedToo(org: Org, id: string | null | undefined): SObject | undefined {
    if (!id) return undefined;
    const full = to18(id);
    const object = objectOfId(org, full);
    if (!object) return undefined;
    if (object.name === 'User') {
      const user = this.findUser(full);
      return user?.orgId === org.id ? userRecord(user) : undefined;
    }
    if (object.name.startsWith('PermissionSet')) return this.rows(org, object.name).find(({ Id }) => Id === full);
    return this.table(org.id, object.name)[full];
  }

  /** What people call a record; null when it is gone. */
  nameOf(org: Org, id: string | null | undefined): string | null {
    const record = this.find(org, id);
    const object = id ? objectOfId(org, to18(id)) : undefined;
    const name = record && object ? record[object.nameField] : null;
    return typeof name === 'string' ? name : null;
  }

  /** Adds a record as the platform itself would, without the checks that a caller meets. */
  insertRaw(org: Org, objectName: string, id: string, values: SObject, userId: string): SObject {
    const object = findObject(org, objectName);
    if (!object) throw new Error(`Org ${org.id} has no object ${objectName}`);
    const at = toDateTime(this.now());
    const defaults = Object.fromEntries(object.fields.map((field) => [field.name, field.defaultValue]));
    const record: SObject = {
      ...defaults,
      CreatedDate: at,
      CreatedById: userId,
      LastModifiedDate: at,
      LastModifiedById: userId,
      SystemModstamp: at,
      IsDeleted: false,
      ...(object.fields.some(({ name }) => name === 'OwnerId') ? { OwnerId: userId } : {}),
      ...values,
      Id: id,
    };
    this.table(org.id, object.name)[id] = record;
    return record;
  }
}

export function fullName(user: SimUser): string {
  return `${user.firstName} ${user.lastName}`;
}

function userRecord(user: SimUser): SObject {
  return {
    ...systemValues(user.id),
    Username: user.username,
    FirstName: user.firstName,
    LastName: user.lastName,
    Name: fullName(user),
    Email: user.email,
    Title: user.title,
    Phone: user.phone ?? null,
    Alias: (user.firstName.slice(0, 1) + user.lastName).slice(0, 8).toLowerCase(),
    IsActive: user.active,
    UserType: 'Standard',
    TimeZoneSidKey: user.timeZone,
    LanguageLocaleKey: user.language,
    LocaleSidKey: user.locale,
    SmallPhotoUrl: null,
  };
}

function organizationRecord(org: Org): SObject {
  return {
    ...systemValues(org.id),
    Name: org.name,
    OrganizationType: 'Enterprise Edition',
    IsSandbox: false,
  };
}

const ADMIN_PROFILE = makeId('0PS', 1);
const STANDARD_PROFILE = makeId('0PS', 2);

/** Those of the package, with the custom permission that each gives. */
const PACKAGE_SETS = [
  { id: makeId('0PS', 3), name: 'MSI_User', label: 'MSI Actions User', permission: 'Use_Sales_Actions' },
  { id: makeId('0PS', 4), name: 'MSI_Admin', label: 'MSI Actions Admin', permission: 'Administer_Sales_Actions' },
];

function packageSetsOf({ settings }: Org): typeof PACKAGE_SETS {
  return (settings.packageDeployed ?? true) ? PACKAGE_SETS : [];
}

function permissionSetRecords(org: Org): SObject[] {
  const ofPackage = packageSetsOf(org).map(({ id, name, label }) => ({
    ...systemValues(id),
    Name: name,
    Label: label,
    IsOwnedByProfile: false,
    PermissionsApiEnabled: name === 'MSI_User',
    PermissionsModifyAllData: false,
  }));
  const ofProfiles = [ADMIN_PROFILE, STANDARD_PROFILE].map((id) => ({
    ...systemValues(id),
    Name: id === ADMIN_PROFILE ? 'X00ex_admin' : 'X00ex_standard',
    Label: id === ADMIN_PROFILE ? 'System Administrator' : 'Standard User',
    IsOwnedByProfile: true,
    PermissionsApiEnabled: true,
    PermissionsModifyAllData: id === ADMIN_PROFILE,
  }));
  return [...ofProfiles, ...ofPackage];
}

function packageAssignments(org: Org, user: SimUser): SObject[] {
  return packageSetsOf(org)
    .filter(({ permission }) => user.customPermissions.includes(permission))
    .map(({ id }, index) => ({
      ...systemValues(makeId('0Pa', Number(user.id.slice(3, 15)) + 1_000_000 * (index + 1))),
      AssigneeId: user.id,
      PermissionSetId: id,
    }));
}

/** What the user's profile allows. */
function profileAssignment(user: SimUser): SObject {
  return {
    ...systemValues(makeId('0Pa', Number(user.id.slice(3, 15)))),
    AssigneeId: user.id,
    PermissionSetId: user.isAdmin ? ADMIN_PROFILE : STANDARD_PROFILE,
  };
}

function userLogin(user: SimUser): SObject {
  return {
    ...systemValues(makeId('0Yw', Number(user.id.slice(3, 15)))),
    UserId: user.id,
    IsFrozen: user.frozen ?? false,
  };
}

function taskStatusRecords(org: Org): SObject[] {
  return statusesOf(org.settings).map(({ label, isClosed, isDefault }, index) => ({
    ...systemValues(makeId('01E', index + 1)),
    IsDeleted: false,
    MasterLabel: label,
    ApiName: label,
    SortOrder: index + 1,
    IsClosed: isClosed,
    IsDefault: isDefault,
  }));
}

function systemValues(id: string): SObject {
  return {
    Id: id,
    CreatedDate: SYSTEM_TIME,
    CreatedById: null,
    LastModifiedDate: SYSTEM_TIME,
    LastModifiedById: null,
    SystemModstamp: SYSTEM_TIME,
  };
}
