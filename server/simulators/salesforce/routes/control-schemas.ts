import { z } from 'zod';

export const UserChange = z
  .strictObject({
    email: z.email(),
    username: z.string().min(1),
    emailVerified: z.boolean(),
    firstName: z.string(),
    lastName: z.string().min(1),
    title: z.string(),
    phone: z.string(),
    active: z.boolean(),
    frozen: z.boolean(),
    apiEnabled: z.boolean(),
    isAdmin: z.boolean(),
    customPermissions: z.array(z.string()),
    hiddenFields: z.array(z.string().regex(/^\w+\.\w+$/)),
    hiddenRecords: z.array(z.string().length(18)),
    oauthBlock: z.enum(['OAUTH_APP_BLOCKED', 'OAUTH_APPROVAL_ERROR_GENERIC']).nullable(),
    timeZone: z.string(),
    language: z.string(),
    locale: z.string(),
  })
  .partial();

export const OrgSettingsChange = z
  .strictObject({
    active: z.boolean(),
    apiCalls: z.int().min(0),
    taskCustomFields: z.boolean(),
    taskExternalId: z.boolean(),
    taskTypes: z.array(z.string()).nullable(),
    taskTypeRestricted: z.boolean(),
    completedStatus: z.string().min(1),
    readOnlyFields: z.array(z.string().regex(/^\w+\.\w+$/)),
    enhancedEmail: z.boolean(),
    tokenIatOffsetSeconds: z.int(),
    tokenAudience: z.string().nullable(),
    userGuideUrl: z.string().nullable(),
    appInstalled: z.boolean(),
    sessionSeconds: z.int().min(1),
    apiCallsMax: z.int().min(0),
    packageDeployed: z.boolean(),
    panelPages: z.array(z.string()),
    customFields: z.array(
      z.strictObject({
        object: z.string(),
        name: z.string().regex(/^\w+__c$/),
        label: z.string(),
        type: z.enum(['string', 'textarea', 'boolean', 'date', 'datetime', 'double', 'currency', 'percent', 'picklist', 'multipicklist']),
        values: z.record(z.string(), z.string()).optional(),
      }),
    ),
    currencies: z.array(z.string().length(3)).min(1),
  })
  .partial();

export const RecordChange = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** The records that are merged into the one of the path. */
export const Merge = z.strictObject({ others: z.array(z.string()).min(1).max(2) });

/** Refuses writes of records, whichever resource they come by. */
export const NewRecordFault = z.strictObject({
  object: z.string(),
  contains: z.string().optional(),
  times: z.int(),
  errorCode: z.string(),
  message: z.string(),
});
