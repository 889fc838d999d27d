/** Everything the simulator keeps: plain JSON, so that it survives a restart in a file. */
export interface State {
  orgs: Record<string, Org>;
  users: Record<string, SimUser>;
  /** Records by org, object and id. */
  records: Record<string, Record<string, Record<string, SObject>>>;
  grants: Grant[];
  accessTokens: Record<string, AccessToken>;
  codes: Record<string, AuthorizationCode>;
  /** Lightning sessions: value of the `sid_sim` cookie to user id. */
  sessions: Record<string, string>;
  /** Users who said Allow, as `userId|clientId`. */
  approvals: string[];
  /** The last number given per key prefix. */
  lastNumbers: Record<string, number>;
  /** How many copies of the first org were made. */
  copies?: number;
}

export type FieldValue = string | number | boolean | null;
export type SObject = Record<string, FieldValue>;

export interface Org {
  id: string;
  name: string;
  /** Host name of its Lightning pages, without the port. */
  host: string;
  active: boolean;
  settings: OrgSettings;
  /** Newest last; the newest signs. */
  certificates: SigningCertificate[];
  /** API calls counted against the daily limit, and the day (UTC) they were made. */
  apiCalls: number;
  apiCallsDay: string;
  /** What rules and code of the org refuse on order, record by record. */
  recordFaults?: RecordFault[];
}

/** Refuses a write of a record, whichever resource it comes by. */
export interface RecordFault {
  object: string;
  /** Only writes with this in their fields, as JSON. */
  contains?: string | undefined;
  /** How often; -1 until it is taken away. */
  times: number;
  errorCode: string;
  message: string;
}

export interface OrgSettings {
  /** False hides MSI_External_Id__c and the MSE_ and mktosales_ fields of Activity, as in an org that lacks the package. */
  taskCustomFields: boolean;
  /** False hides only MSI_External_Id__c. */
  taskExternalId: boolean;
  /** Values of Task.Type; null when the org has no Type field. */
  taskTypes: string[] | null;
  taskTypeRestricted: boolean;
  /** Name of the closed status, which admins may rename. */
  completedStatus: string;
  /** Fields the reps may read but not write, as `Task.MSE_Clicked__c`. */
  readOnlyFields: string[];
  /** False makes EmailMessage unavailable (Enhanced Email off). */
  enhancedEmail: boolean;
  /** Added to `iat`, `nbf` and `exp` of panel tokens: a clock that is wrong. */
  tokenIatOffsetSeconds: number;
  /** Replaces the audience of panel tokens. */
  tokenAudience: string | null;
  /** User_Guide_URL__c of the package's setting. */
  userGuideUrl: string | null;
  /** False answers the authorization with OAUTH_APPROVAL_ERROR_GENERIC, as for an app that the org never installed. */
  appInstalled: boolean;
  /** How long an access token lives after its last use. */
  sessionSeconds: number;
  /** The daily API limit. */
  apiCallsMax: number;
  /** False: the org has neither the Apex classes nor the pages and permission sets of the package. Left out: it has. */
  packageDeployed?: boolean | undefined;
  /** The objects of which a record page holds the panel. Left out: all four. */
  panelPages?: string[] | undefined;
  /** What an admin of the org has added to its objects. Left out: nothing. */
  customFields?: CustomField[] | undefined;
  /** The currencies of an org with several, the corporate one first. Left out: it has one, and no record names it. */
  currencies?: string[] | undefined;
}

export interface CustomField {
  object: string;
  /** Ends in `__c`. */
  name: string;
  label: string;
  type: 'string' | 'textarea' | 'boolean' | 'date' | 'datetime' | 'double' | 'currency' | 'percent' | 'picklist' | 'multipicklist';
  /** Of a pick list, each with its label. */
  values?: Record<string, string> | undefined;
}

export interface SigningCertificate {
  name: string;
  certificatePem: string;
  privateKeyPem: string;
  createdAt: string;
}

export interface SimUser {
  id: string;
  orgId: string;
  username: string;
  email: string;
  emailVerified: boolean;
  firstName: string;
  lastName: string;
  title: string;
  phone?: string;
  active: boolean;
  /** May not log in until an admin lets the user again; the user stays active. */
  frozen?: boolean;
  apiEnabled: boolean;
  isAdmin: boolean;
  customPermissions: string[];
  /** What field-level security hides from queries of this user, as `Lead.HasOptedOutOfEmail`. */
  hiddenFields?: string[];
  /** Ids of records that no sharing rule shows to this user's queries. */
  hiddenRecords?: string[];
  /** What the authorization answers instead of a code. */
  oauthBlock: 'OAUTH_APP_BLOCKED' | 'OAUTH_APPROVAL_ERROR_GENERIC' | null;
  timeZone: string;
  language: string;
  locale: string;
}

/** One consent: a chain of refresh tokens of which only the last is good. */
export interface Grant {
  id: string;
  orgId: string;
  userId: string;
  clientId: string;
  scope: string;
  refreshToken: string;
  usedRefreshTokens: string[];
  createdAtMs: number;
  lastUsedAtMs: number;
  revoked: boolean;
}

export interface AccessToken {
  grantId: string;
  userId: string;
  issuedAtMs: number;
  lastUsedAtMs: number;
}

export interface AuthorizationCode {
  userId: string;
  clientId: string;
  redirectUri: string;
  scope: string;
  codeChallenge: string;
  nonce: string | null;
  issuedAtMs: number;
}

export interface OAuthClient {
  id: string;
  secret: string;
  redirectUris: string[];
}
