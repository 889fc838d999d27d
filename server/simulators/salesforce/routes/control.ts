import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { createCertificate } from '../certificates.ts';
import { copyFirstOrg } from '../copy-org.ts';
import type { Org, SObject } from '../entities.ts';
import { SalesforceError } from '../errors.ts';
import { revokeGrant } from '../grants.ts';
import { convertLead } from '../lead-conversion.ts';
import { mergeRecords } from '../merge.ts';
import { createRecord, deleteRecord, updateRecord } from '../records.ts';
import { objectOfId } from '../schema/index.ts';
import { fullName, type Store } from '../store.ts';
import { Merge, NewRecordFault, OrgSettingsChange, RecordChange, UserChange } from './control-schemas.ts';

/** What an admin of the org, or fate, does: change people and settings, rotate certificates, revoke grants, edit records. */
export function registerSalesforceControl(app: FastifyInstance, store: Store): void {
  registerUsers(app, store);
  registerOrgs(app, store);
  registerRecords(app, store);
  registerFates(app, store);
}

function registerUsers(app: FastifyInstance, store: Store): void {
  app.post<{ Params: { id: string } }>('/sim/users/:id', async (request, reply) => {
    const user = store.findUser(request.params.id);
    if (!user) return missing(reply, 'user');
    const change = UserChange.safeParse(request.body);
    if (!change.success) return reply.code(400).send({ message: z.prettifyError(change.error) });
    return Object.assign(user, change.data);
  });

  app.post<{ Params: { id: string } }>('/sim/users/:id/revoke-grants', async (request, reply) => {
    const user = store.findUser(request.params.id);
    if (!user) return missing(reply, 'user');
    const live = store.state.grants.filter((grant) => grant.userId === user.id && !grant.revoked);
    for (const grant of live) revokeGrant(store, grant);
    return { revoked: live.length };
  });

  app.post<{ Params: { id: string } }>('/sim/users/:id/expire-access-tokens', async (request, reply) => {
    const user = store.findUser(request.params.id);
    if (!user) return missing(reply, 'user');
    const tokens = Object.entries(store.state.accessTokens).filter(([, access]) => access.userId === user.id);
    for (const [token] of tokens) delete store.state.accessTokens[token];
    return { expired: tokens.length };
  });

  app.get<{ Params: { id: string } }>('/sim/users/:id/grants', async (request) => ({
    grants: store.state.grants
      .filter(({ userId }) => userId === store.findUser(request.params.id)?.id)
      .map(({ id, clientId, scope, createdAtMs, lastUsedAtMs, revoked, usedRefreshTokens }) => ({
        id,
        clientId,
        scope,
        createdAt: new Date(createdAtMs).toISOString(),
        lastUsedAt: new Date(lastUsedAtMs).toISOString(),
        revoked,
        refreshes: usedRefreshTokens.length,
      })),
  }));
}

function registerOrgs(app: FastifyInstance, store: Store): void {
  const describe = (org: Org) => ({
    id: org.id,
    name: org.name,
    host: org.host,
    active: org.active,
    settings: org.settings,
    apiCalls: org.apiCalls,
  });
  const certificates = (org: Org) => org.certificates.map(({ name, certificatePem, createdAt }) => ({ name, certificatePem, createdAt }));

  app.get('/sim/orgs', async () => ({ orgs: Object.values(store.state.orgs).map(describe) }));

  app.post('/sim/orgs/copies', async (_request, reply) => reply.code(201).send(await copyFirstOrg(store)));

  app.get<{ Params: { id: string } }>('/sim/orgs/:id/users', async (request, reply) => {
    const org = store.findOrg(request.params.id);
    return org ? { users: store.usersOf(org.id).map((user) => ({ ...user, name: fullName(user) })) } : missing(reply, 'org');
  });

  app.post<{ Params: { id: string } }>('/sim/orgs/:id/settings', async (request, reply) => {
    const org = store.findOrg(request.params.id);
    if (!org) return missing(reply, 'org');
    const change = OrgSettingsChange.safeParse(request.body);
    if (!change.success) return reply.code(400).send({ message: z.prettifyError(change.error) });
    const { active, apiCalls, ...settings } = change.data;
    org.settings = { ...org.settings, ...(settings as Partial<Org['settings']>) };
    org.active = active ?? org.active;
    if (apiCalls !== undefined) Object.assign(org, { apiCalls, apiCallsDay: store.now().toISOString().slice(0, 10) });
    return describe(org);
  });

  app.post<{ Params: { id: string } }>('/sim/orgs/:id/record-faults', async (request, reply) => {
    const org = store.findOrg(request.params.id);
    if (!org) return missing(reply, 'org');
    const fault = NewRecordFault.safeParse(request.body);
    if (!fault.success) return reply.code(400).send({ message: z.prettifyError(fault.error) });
    (org.recordFaults ??= []).push(fault.data);
    return reply.code(201).send(fault.data);
  });

  app.delete<{ Params: { id: string } }>('/sim/orgs/:id/record-faults', async (request, reply) => {
    const org = store.findOrg(request.params.id);
    if (!org) return missing(reply, 'org');
    org.recordFaults = [];
    return reply.code(204).send();
  });

  app.get<{ Params: { id: string } }>('/sim/orgs/:id/certificate.pem', async (request, reply) => {
    const certificate = store.findOrg(request.params.id)?.certificates.at(-1);
    return certificate ? reply.type('application/x-pem-file').send(certificate.certificatePem) : missing(reply, 'org');
  });

  app.get<{ Params: { id: string } }>('/sim/orgs/:id/certificates', async (request, reply) => {
    const org = store.findOrg(request.params.id);
    return org ? { certificates: certificates(org) } : missing(reply, 'org');
  });

  app.post<{ Params: { id: string } }>('/sim/orgs/:id/certificates', async (request, reply) => {
    const org = store.findOrg(request.params.id);
    if (!org) return missing(reply, 'org');
    const added = await createCertificate(`SalesActions_${org.certificates.length + 1}`, org.name, store.now());
    org.certificates.push(added);
    return reply.code(201).send({ certificates: certificates(org) });
  });
}

function registerRecords(app: FastifyInstance, store: Store): void {
  app.get<{ Params: { id: string; object: string } }>('/sim/orgs/:id/records/:object', async (request, reply) => {
    const org = store.findOrg(request.params.id);
    return org ? { records: store.rows(org, request.params.object) } : missing(reply, 'org');
  });

  app.post<{ Params: { id: string; object: string } }>('/sim/orgs/:id/records/:object', async (request, reply) => {
    const org = store.findOrg(request.params.id);
    if (!org) return missing(reply, 'org');
    const values = RecordChange.safeParse(request.body);
    if (!values.success) return reply.code(400).send({ message: z.prettifyError(values.error) });
    return explained(reply, () => {
      const id = createRecord({ store, org, user: adminOf(store, org) }, request.params.object, values.data);
      return reply.code(201).send(store.find(org, id));
    });
  });

  app.patch<{ Params: { id: string; recordId: string } }>('/sim/orgs/:id/record/:recordId', async (request, reply) => {
    const org = store.findOrg(request.params.id);
    const object = org && objectOfId(org, request.params.recordId);
    if (!org || !object) return missing(reply, 'record');
    const values = RecordChange.safeParse(request.body);
    if (!values.success) return reply.code(400).send({ message: z.prettifyError(values.error) });
    return explained(reply, () => {
      updateRecord({ store, org, user: adminOf(store, org) }, object.name, request.params.recordId, values.data);
      return reply.send(store.find(org, request.params.recordId));
    });
  });
}

function registerFates(app: FastifyInstance, store: Store): void {
  app.delete<{ Params: { id: string; recordId: string } }>('/sim/orgs/:id/record/:recordId', async (request, reply) => {
    const org = store.findOrg(request.params.id);
    const object = org && objectOfId(org, request.params.recordId);
    if (!org || !object) return missing(reply, 'record');
    return explained(reply, () => {
      deleteRecord({ store, org, user: adminOf(store, org) }, object.name, request.params.recordId);
      return reply.code(204).send();
    });
  });

  app.post<{ Params: { id: string; leadId: string } }>('/sim/orgs/:id/leads/:leadId/convert', async (request, reply) => {
    const org = store.findOrg(request.params.id);
    const lead: SObject | undefined = org && store.find(org, request.params.leadId);
    if (!org || !lead || lead['IsConverted'] === true) return missing(reply, 'open lead');
    return convertLead({ store, org, user: adminOf(store, org) }, lead);
  });

  app.post<{ Params: { id: string; recordId: string } }>('/sim/orgs/:id/record/:recordId/merge', async (request, reply) => {
    const org = store.findOrg(request.params.id);
    const object = org && objectOfId(org, request.params.recordId);
    const master = org && store.find(org, request.params.recordId);
    const change = Merge.safeParse(request.body);
    if (!org || !object || !master) return missing(reply, 'record');
    if (!change.success) return reply.code(400).send({ message: z.prettifyError(change.error) });
    const others = change.data.others.map((id) => store.find(org, id)).filter((record) => record !== undefined);
    mergeRecords({ store, org, user: adminOf(store, org) }, object.name, master, others);
    return { merged: others.length };
  });
}

function adminOf(store: Store, org: Org) {
  const admin = store.usersOf(org.id).find(({ isAdmin }) => isAdmin) ?? store.usersOf(org.id)[0];
  if (!admin) throw new Error(`Org ${org.id} has no user`);
  return admin;
}

function missing(reply: FastifyReply, what: string) {
  return reply.code(404).send({ message: `There is no such ${what}` });
}

function explained(reply: FastifyReply, action: () => FastifyReply): FastifyReply {
  try {
    return action();
  } catch (error) {
    if (error instanceof SalesforceError) return reply.code(error.status).send(error.body);
    throw error;
  }
}
