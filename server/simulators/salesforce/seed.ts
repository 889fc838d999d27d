import type { Org, OrgSettings, SigningCertificate, SimUser, State } from './entities.ts';
import { makeId } from './ids.ts';
import { seedRecords } from './seed-records.ts';

const ACME = makeId('00D', 1);
const INITECH = makeId('00D', 2);

const ALL_PERMISSIONS = ['Use_Sales_Actions', 'Administer_Sales_Actions'];

function defaultSettings(): OrgSettings {
  return {
    taskCustomFields: true,
    taskExternalId: true,
    taskTypes: ['Call', 'Email', 'Reply', 'Meeting', 'Other'],
    taskTypeRestricted: false,
    completedStatus: 'Completed',
    readOnlyFields: [],
    enhancedEmail: true,
    tokenIatOffsetSeconds: 0,
    tokenAudience: null,
    userGuideUrl: null,
    appInstalled: true,
    sessionSeconds: 7200,
    apiCallsMax: 15_000,
  };
}

/** The world at its beginning: two companies with their people. `certificates` holds one signing certificate per org. */
export function seedState(certificates: Record<string, SigningCertificate | undefined>): State {
  const orgs = [org(ACME, 'Acme', 'localhost', certificates), org(INITECH, 'Initech', 'initech.localhost', certificates)];
  const users = [
    user(ACME, 1, 'Avery Stone', 'avery@acme.example', 'Sales Operations', { isAdmin: true, customPermissions: ALL_PERMISSIONS }),
    user(ACME, 2, 'Rae Ortiz', 'rae@acme.example', 'Account Executive'),
    user(ACME, 3, 'Noor Haddad', 'noor@acme.example', 'Account Executive'),
    user(ACME, 4, 'Sam Blake', 'sam@acme.example', 'Sales Development', { apiEnabled: false }),
    user(ACME, 5, 'Kim Larsen', 'kim.larsen@acme.example', 'Account Executive'),
    user(INITECH, 21, 'Ines Vidal', 'ines@initech.example', 'Sales Operations', { isAdmin: true, customPermissions: ALL_PERMISSIONS }),
    user(INITECH, 22, 'Raj Patel', 'raj@initech.example', 'Account Executive'),
  ];
  return {
    orgs: byId(orgs),
    users: byId(users),
    records: seedRecords(orgs),
    grants: [],
    accessTokens: {},
    codes: {},
    sessions: {},
    approvals: [],
    lastNumbers: {},
  };
}

/** The orgs that need a certificate before the state can be made. */
export const SEED_ORGS = [
  { id: ACME, name: 'Acme' },
  { id: INITECH, name: 'Initech' },
];

function org(id: string, name: string, host: string, certificates: Record<string, SigningCertificate | undefined>): Org {
  const certificate = certificates[id];
  if (!certificate) throw new Error(`There is no signing certificate for org ${id}`);
  return { id, name, host, active: true, settings: defaultSettings(), certificates: [certificate], apiCalls: 0, apiCallsDay: '' };
}

function user(orgId: string, number: number, name: string, email: string, title: string, extra: Partial<SimUser> = {}): SimUser {
  const [firstName = '', lastName = ''] = name.split(' ');
  return {
    id: makeId('005', number),
    orgId,
    username: email,
    email,
    emailVerified: true,
    firstName,
    lastName,
    title,
    active: true,
    apiEnabled: true,
    isAdmin: false,
    customPermissions: ['Use_Sales_Actions'],
    oauthBlock: null,
    timeZone: 'Europe/London',
    language: 'en_US',
    locale: 'en_GB',
    ...extra,
  };
}

function byId<Entity extends { id: string }>(entities: Entity[]): Record<string, Entity> {
  return Object.fromEntries(entities.map((entity) => [entity.id, entity]));
}
