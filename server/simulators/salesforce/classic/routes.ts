import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SObject, SimUser } from '../entities.ts';
import { to18 } from '../ids.ts';
import { buildLightning } from '../lightning/build/build.ts';
import { defaultOutDir, forceAppDir } from '../lightning/build/paths.ts';
import { readProject, xmlElements, xmlText, type Project } from '../lightning/build/project.ts';
import { readLabels } from '../lightning/build/salesforce-modules.ts';
import { readTranslation } from '../lightning/translations.ts';
import { lightningUser, startSession } from '../lightning-session.ts';
import { findObject, objectOfId, type ObjectDefinition } from '../schema/index.ts';
import { fullName, type Store } from '../store.ts';
import { isVisualforceHost, orgOrigin, visualforceOrigin } from './hosts.ts';
import { lightningOut } from './lightning-out.ts';
import { classicRecordPage, noPrivileges } from './record-page.ts';
import { controllerOf, renderVisualforce } from './visualforce.ts';

const HTML = 'text/html; charset=utf-8';
const RECORD = /^\/[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;
/** Enough to see which record it is. */
const FIELDS = 6;
const STYLES = '<link rel="stylesheet" href="/assets/styles/salesforce-lightning-design-system.min.css">';

/**
 * Salesforce Classic: `/<record id>` is a record page, with the Visualforce page of its object in a frame. `/apex/<page>` is a Visualforce
 * page, at a host of its own, where records and Lightning pages lead back to the host of the org.
 */
export function registerClassic(app: FastifyInstance, store: Store, options: { distDir?: string; forceApp?: string }): void {
  const { distDir = defaultOutDir, forceApp = forceAppDir } = options;
  const tickets = new Map<string, SimUser>();

  app.addHook('onRequest', async (request, reply) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const isElsewhere = RECORD.test(pathname) || pathname.startsWith('/lightning/');
    if (isElsewhere && isVisualforceHost(request)) return reply.redirect(`${orgOrigin(request)}${request.url}`);
  });

  app.get<{ Params: { id: string } }>('/:id', async (request, reply) => {
    const user = lightningUser(store, request, reply);
    const org = store.orgOf(user);
    const id = RECORD.test(`/${request.params.id}`) ? to18(request.params.id) : '';
    const object = id ? objectOfId(org, id) : undefined;
    const record = store.find(org, id);
    if (!object || !record) {
      reply.callNotFound();
      return reply;
    }
    const page = pageOf(readProject(forceApp), object.name);
    return reply.type(HTML).send(
      classicRecordPage({
        object: object.name,
        name: store.nameOf(org, id) ?? id,
        userName: fullName(user),
        fields: detailsOf(object, record),
        tabs: ['Lead', 'Account', 'Contact', 'Opportunity'].map((name) => ({ name, label: findObject(org, name)?.labelPlural ?? name })),
        frameUrl: page && `/apex/${page}?id=${id}&inline=1`,
        lightningUrl: `/lightning/r/${object.name}/${id}/view`,
      }),
    );
  });

  app.get<{ Params: { page: string }; Querystring: { id?: string } }>('/apex/:page', async (request, reply) => {
    const user = lightningUser(store, request, reply);
    if (!isVisualforceHost(request)) {
      const ticket = randomBytes(24).toString('base64url');
      tickets.set(ticket, user);
      return reply.redirect(`${visualforceOrigin(request)}/sim/visualforce-session?${new URLSearchParams({ ticket, to: request.url })}`);
    }
    const project = readProject(forceApp);
    const { page } = request.params;
    reply.type(HTML).header('cache-control', 'no-store');
    if (!canOpen(project, page, user)) return reply.code(403).send(noPrivileges());
    const object = controllerOf(project, page);
    const id = request.query.id ? to18(request.query.id) : '';
    if (object && store.find(store.orgOf(user), id) === undefined) return reply.code(403).send(noPrivileges());
    return reply.header('content-security-policy', `frame-ancestors 'self' ${orgOrigin(request)}`).send(
      renderVisualforce(page, {
        project,
        labels: labelsOf(project, user),
        values: object ? { [`${object}.Id`]: id } : {},
        pageUrl: (name) => pageUrl(project, name),
        builtIn: { 'apex:slds': STYLES, 'apex:includeLightning': '<script src="/sim/lightning.out.js"></script>' },
      }),
    );
  });

  /** The platform carries a session from one of its hosts to the other; each ticket works once. */
  app.get<{ Querystring: { ticket: string; to: string } }>('/sim/visualforce-session', async (request, reply) => {
    const { ticket, to } = request.query;
    const user = tickets.get(ticket);
    if (!user || !to.startsWith('/apex/')) return reply.code(403).type(HTML).send(noPrivileges());
    tickets.delete(ticket);
    startSession(store, reply, user, 'SameSite=None; Secure');
    return reply.redirect(to);
  });

  app.get('/sim/lightning.out.js', async (_request: FastifyRequest, reply) => {
    const build = await buildLightning({ outDir: distDir, forceApp });
    return reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-store').send(lightningOut(build));
  });
}

function pageUrl(project: Project, name: string): string {
  if (!project.find(`pages/${name}.page`)) throw new Error(`There is no Visualforce page ${name}.`);
  return `/apex/${name}`;
}

/** What a person has typed, as a page layout would show it. */
function detailsOf(object: ObjectDefinition, record: SObject): { label: string; value: string }[] {
  return object.fields
    .filter(({ name }) => !/Id$|^(?:IsDeleted|Created|LastModified|SystemModstamp)/.test(name) && (record[name] ?? '') !== '')
    .slice(0, FIELDS)
    .map(({ name, label }) => ({ label, value: String(record[name]) }));
}

/** The project's page for an object, which an administrator has put on its page layout. */
function pageOf(project: Project, object: string): string | null {
  const pages = project.all('.page').map((file) => /(\w+)\.page$/.exec(file)?.[1] ?? '');
  return pages.find((page) => controllerOf(project, page) === object) ?? null;
}

/** A page opens for whoever has a permission set that names it: here for all who have what such a set gives. */
function canOpen(project: Project, page: string, user: SimUser): boolean {
  return project
    .all('.permissionset-meta.xml')
    .map((file) => readFileSync(file, 'utf8'))
    .filter((xml) => xmlElements(xml, 'pageAccesses').some((access) => xmlText(access, 'apexPage') === page))
    .some((xml) => xmlElements(xml, 'customPermissions').every((one) => user.customPermissions.includes(xmlText(one, 'name') ?? '')));
}

function labelsOf(project: Project, user: SimUser): Map<string, string> {
  return new Map([...readLabels(project), ...Object.entries(readTranslation(project, user.language).labels)]);
}
