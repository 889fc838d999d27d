import assert from 'node:assert/strict';
import { createTestApp, type TestAnswer, type TestApp, type TestPanel } from './app.ts';
import type { TestOrg, TestUser } from './org.ts';

const PEOPLE = {
  avery: { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone', role: 'admin' },
  rae: { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example', name: 'Rae Ortiz' },
  sam: { salesforceUserId: '005000000000003AAA', email: 'sam@acme.example', name: 'Sam Blake' },
} as const;
export type Name = keyof typeof PEOPLE;

export interface Colleague {
  user: TestUser;
  panel: TestPanel;
}

// Tests look at whatever was answered
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answered = any;

/** The service with an admin (Avery) and two reps (Rae, Sam) of one org, for tests of templates. */
export async function startTemplatesRig(): Promise<TemplatesRig> {
  const service = await createTestApp({ env: { USER_REQUESTS_PER_MINUTE: '100000', ADDRESS_REQUESTS_PER_MINUTE: '100000' } });
  const acme = await service.addOrg({ orgId: '00D000000000001EAA' });
  const people = {} as Record<Name, Colleague>;

  const ask = async (who: Name, method: Parameters<TestPanel['request']>[0], path: string, body?: object): Promise<TestAnswer> =>
    people[who].panel.request(method, `/v1${path}`, body);
  const done: TemplatesRig['done'] = async (who, method, path, body) => {
    const answer = await ask(who, method, path, body);
    assert.ok(answer.status < 300, `${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  return {
    service,
    acme,
    people,
    ask,
    done,
    async reset() {
      await service.database.ownerPool.query(
        `delete from templates; delete from template_categories; delete from template_sharing_policies; delete from teams;
         delete from users; delete from security_events`,
      );
      for (const name of Object.keys(PEOPLE) as Name[]) {
        const user = await acme.addUser(PEOPLE[name]);
        people[name] = { user, panel: await service.openPanel(acme, PEOPLE[name]) };
      }
    },
    async refused(who, method, path, body) {
      const answer = await ask(who, method, path, body);
      assert.ok(answer.status >= 400, `${method} ${path} was done: ${JSON.stringify(answer.body)}`);
      return `${String(answer.status)} ${String(answer.body.code)}`;
    },
    category: async (name, who = 'avery') => (await done(who, 'POST', '/template-categories', { name })).id,
    async template(who, categoryId, words = {}) {
      return done(who, 'POST', '/templates', { name: 'Follow up', categoryId, ...words });
    },
    async team(...members) {
      const { id } = await done('avery', 'POST', '/teams', { name: `Team ${members.join(' and ')}` });
      for (const who of members) await done('avery', 'PUT', `/teams/${String(id)}/members/${people[who].user.id}`);
      return id as string;
    },
    names: async (who, question = '') =>
      (await done(who, 'GET', `/templates?${question}`)).templates.map(({ name }: { name: string }) => name) as string[],
    close: () => service.close(),
  };
}

export interface TemplatesRig {
  service: TestApp;
  acme: TestOrg;
  people: Record<Name, Colleague>;
  ask(who: Name, method: Parameters<TestPanel['request']>[0], path: string, body?: object): Promise<TestAnswer>;
  /** What is answered where it was done; a refusal fails the test. */
  done(who: Name, method: Parameters<TestPanel['request']>[0], path: string, body?: object): Promise<Answered>;
  /** Status and code of a refusal. */
  refused(who: Name, method: Parameters<TestPanel['request']>[0], path: string, body?: object): Promise<string>;
  /** Nobody has any template. */
  reset(): Promise<void>;
  /** The id of a new category. */
  category(name: string, who?: Name): Promise<string>;
  template(who: Name, categoryId: string, words?: object): Promise<Answered>;
  /** The id of a new team of these people. */
  team(...members: Name[]): Promise<string>;
  /** The names on the first page of somebody's list. */
  names(who: Name, question?: string): Promise<string[]>;
  close(): Promise<void>;
}
