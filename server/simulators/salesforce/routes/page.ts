import type { FastifyInstance } from 'fastify';
import type { Org, SObject } from '../entities.ts';
import { parseId } from '../ids.ts';
import { lightningUser } from '../lightning-session.ts';
import { findObject, objectOfId } from '../schema/index.ts';
import { fullName, type Store } from '../store.ts';
import { timeOf } from '../values.ts';

const API_VERSION = '66.0';

/** What the Lightning page needs besides the UI API: who is looking, and the activities of a record. */
export function registerPage(app: FastifyInstance, store: Store): void {
  app.get('/sim/context', async (request, reply) => {
    const user = lightningUser(store, request, reply);
    const org = store.orgOf(user);
    reply.header('cache-control', 'no-store');
    return {
      user: { id: user.id, name: fullName(user), email: user.email, username: user.username, title: user.title, isAdmin: user.isAdmin },
      org: { id: org.id, name: org.name, host: org.host },
      customPermissions: user.customPermissions,
      userPermissions: user.apiEnabled ? ['ApiEnabled'] : [],
      i18n: {
        lang: user.language.replace('_', '-'),
        locale: user.locale.replace('_', '-'),
        timeZone: user.timeZone,
        currency: 'USD',
        dir: 'ltr',
        firstDayOfWeek: 1,
      },
      formFactor: 'Large',
      apiVersion: API_VERSION,
      serviceUrl: store.serviceUrl,
      now: store.now().toISOString(),
    };
  });

  app.get<{ Params: { id: string } }>('/sim/timeline/:id', async (request, reply) => {
    const org = store.orgOf(lightningUser(store, request, reply));
    const id = parseId(request.params.id);
    if (!store.find(org, id)) return reply.code(404).send({ message: 'This record is not available.' });
    const isHere = (task: SObject) => [task['WhoId'], task['WhatId'], task['AccountId']].includes(id);
    const activities = store
      .rows(org, 'Task')
      .filter((task) => task['IsDeleted'] !== true && isHere(task))
      .map((task) => activity(store, org, task))
      .sort((left, right) => right.at.localeCompare(left.at));
    return { activities };
  });
}

/** A task as the Activity tab shows it; `at` is when it was completed, or made while it is open. */
function activity(store: Store, org: Org, task: SObject) {
  const dueDate = (task['ActivityDate'] as string | null) ?? null;
  const isClosed = task['IsClosed'] === true;
  return {
    id: task['Id'] as string,
    subject: task['Subject'] ?? null,
    description: task['Description'] ?? null,
    type: task['Type'] ?? null,
    subtype: task['TaskSubtype'] ?? null,
    status: task['Status'] ?? null,
    isClosed,
    isOverdue: !isClosed && dueDate !== null && timeOf(dueDate) + 86_400_000 <= store.nowMs(),
    dueDate,
    at: String((isClosed && task['CompletedDateTime']) || task['CreatedDate']).replace('+0000', 'Z'),
    owner: named(store, org, task['OwnerId'] as string),
    who: named(store, org, task['WhoId'] as string | null),
    what: named(store, org, task['WhatId'] as string | null),
    externalId: task['MSI_External_Id__c'] ?? null,
    fields: customFields(org, task),
  };
}

function named(store: Store, org: Org, id: string | null | undefined) {
  const object = id ? objectOfId(org, id) : undefined;
  return object ? { id, name: store.nameOf(org, id), objectApiName: object.name } : null;
}

/** The custom fields that hold something, by their labels. */
function customFields(org: Org, task: SObject): { label: string; value: string }[] {
  const fields = findObject(org, 'Task')?.fields ?? [];
  return fields
    .filter(({ name, custom, externalId }) => custom && !externalId && (task[name] ?? false) !== false)
    .map(({ name, label }) => ({ label, value: task[name] === true ? 'Yes' : String(task[name]) }));
}
