import { gzipSync } from 'node:zlib';
import { ODD_TEXTS, ODD_VALUES, ODD_HEADERS, ODD_QUERIES, METHODS, NESTED, HUGE, UNSTORABLE } from './door-oddities.ts';
import type { Random } from './random.ts';

export type DoorCaller = 'anonymous' | 'forged' | 'rep' | 'admin';

/** One request as bytes, and what is to be seen of it. */
export interface DoorInput {
  kind: string;
  route: string;
  /** Sent one after another. */
  bytes: Buffer;
  /** What follows drop by drop until the service ends it: the time of this one is its own fault. */
  drip?: string;
  /** The caller goes away in the middle. */
  isCut?: boolean;
}

export interface DoorWorld {
  /** `METHOD /path/:param`, as the app has them. */
  routes: readonly string[];
  /** Those of them that have a body of which the schema is known. */
  routesWithBody: readonly string[];
  tokens: Readonly<Record<DoorCaller, string | null>>;
  /** A valid body of a route, by the schema that the route shows; what it shows nothing of gets a form. */
  bodyOf: (route: string, random: Random) => Record<string, unknown> | null;
  /** What may stand in the path, by the name of the parameter; `id` for the names that are not here. */
  ids: Readonly<Record<string, readonly string[]>> & { id: readonly string[] };
}

const JSON_TYPE = 'Content-Type: application/json';

type Make = (random: Random, world: DoorWorld, route: string) => Omit<DoorInput, 'kind' | 'route'>;

/** Every way of being wrong, with how often it is chosen among a hundred. */
const KINDS: Record<string, [often: number, make: Make]> = {
  'as it should be': [7, (random, world, route) => json(random, world, route, world.bodyOf(route, random))],
  'unknown fields': [
    8,
    (random, world, route) =>
      json(random, world, route, { ...world.bodyOf(route, random), [oddText(random)]: oddValue(random), orgId: 'x' }),
  ],
  'wrong types': [10, (random, world, route) => json(random, world, route, changed(random, world.bodyOf(route, random), oddValue(random)))],
  'odd texts': [8, (random, world, route) => json(random, world, route, changed(random, world.bodyOf(route, random), oddText(random)))],
  'unstorable texts': [18, (random, world, route) => json(random, world, route, unstorable(random, world.bodyOf(route, random)))],
  huge: [
    2,
    (random, world, route) => json(random, world, route, changed(random, world.bodyOf(route, random), 'z'.repeat(random.pick(HUGE)))),
  ],
  nested: [
    3,
    (random, world, route) =>
      text(random, world, route, random.pick(['['.repeat(NESTED) + ']'.repeat(NESTED), '{"a":'.repeat(NESTED), '[{"a":'.repeat(2_000)])),
  ],
  'broken JSON': [
    4,
    (random, world, route) => text(random, world, route, broken(random, JSON.stringify(world.bodyOf(route, random) ?? {}))),
  ],
  compressed: [3, (random, world, route) => request(random, world, route, gzipSync('{"a":1}'), [JSON_TYPE, 'Content-Encoding: gzip'])],
  'wrong encoding': [
    4,
    (random, world, route) =>
      request(random, world, route, Buffer.from('{"subject":"Gr\u00f6\u00dfe"}', random.pick(['latin1', 'utf16le'])), [
        'Content-Type: application/json; charset=utf-16',
      ]),
  ],
  'wrong type': [
    4,
    (random, world, route) =>
      request(random, world, route, Buffer.from('<a/>'), [
        random.pick(['Content-Type: text/xml', 'Content-Type: text/plain', 'X-None: 1', 'Content-Type: image/png']),
      ]),
  ],
  form: [
    6,
    (random, world, route) => request(random, world, route, Buffer.from(form(random)), ['Content-Type: application/x-www-form-urlencoded']),
  ],
  'broken parts': [
    5,
    (random, world, route) => request(random, world, route, parts(random), ['Content-Type: multipart/form-data; boundary=x']),
  ],
  'odd headers': [
    7,
    (random, world, route) => request(random, world, route, Buffer.from('{}'), [random.pick(ODD_HEADERS), random.pick(ODD_HEADERS)]),
  ],
  'odd address': [5, (random, world, route) => request(random, world, `${route}${random.pick(ODD_QUERIES)}`, Buffer.alloc(0), [])],
  'odd method': [
    3,
    (random, world, route) => request(random, world, `${random.pick(METHODS)} ${route.split(' ')[1] ?? '/'}`, Buffer.alloc(0), []),
  ],
  'cut in the middle': [1, (random, world, route) => ({ ...text(random, world, route, `{"a":"${'x'.repeat(2_000)}`, 9_000), isCut: true })],
  slow: [2, (random, world, route) => ({ ...text(random, world, route, '{', 9_000), drip: ' ' })],
};
const BAG = Object.entries(KINDS).flatMap(([kind, [often]]) => Array.from({ length: often }, () => kind));

/** Most of these go to a route that takes a body. */
const ABOUT_A_BODY = new Set(['as it should be', 'unknown fields', 'wrong types', 'odd texts', 'unstorable texts', 'huge', 'slow']);

/** The next input; the same seed gives the same ones. */
export function nextInput(random: Random, world: DoorWorld): DoorInput {
  const kind = random.pick(BAG);
  const route = random.pick(ABOUT_A_BODY.has(kind) && random.next() < 0.7 ? world.routesWithBody : world.routes);
  const [, make] = KINDS[kind] as [number, Make];
  return { kind, route, ...make(random, world, route) };
}

function oddText(random: Random): string {
  return random.pick(ODD_TEXTS);
}
function oddValue(random: Random): unknown {
  return random.pick(ODD_VALUES);
}

function changed(random: Random, body: Record<string, unknown> | null, value: unknown): Record<string, unknown> {
  const names = Object.keys(body ?? {});
  return { ...body, [names.length > 0 ? random.pick(names) : 'field']: value };
}

/** Ours, and Salesforce's. */
const ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-z]{15}(?:[0-9a-z]{3})?)$/i;

/** A body that is right but for one character in one of its texts. */
function unstorable(random: Random, body: Record<string, unknown> | null): Record<string, unknown> {
  // An id is refused before anybody could store it
  const texts = Object.entries(body ?? {}).filter(([, value]) => typeof value === 'string' && !ID.test(value));
  const [name, value] = texts.length > 0 ? random.pick(texts) : ['field', 'Hello'];
  return { ...body, [name]: `${String(value)}${random.pick(UNSTORABLE)}` };
}

function broken(random: Random, whole: string): string {
  const at = random.between(0, whole.length);
  return random.pick([
    whole.slice(0, at),
    `${whole.slice(0, at)}\0${whole.slice(at)}`,
    `${whole}${whole}`,
    `{"__proto__":${whole}}`,
    `\ufeff${whole}`,
  ]);
}

function form(random: Random): string {
  return random.pick([
    `csrf=${encodeURIComponent('x')}&myDomain=%00`,
    '&'.repeat(5_000),
    'a=%zz&b=%',
    'ticket=%F0%9F&ticket=1',
    '__proto__=1&constructor[prototype]=1',
    `signature=${'%E3%81%82'.repeat(3_000)}`,
    `origin=${encodeURIComponent(random.pick(['x\0', 'javascript:1', 'https://acme.lightning.force.com']))}`,
  ]);
}

function parts(random: Random): Buffer {
  const part = (name: string, content: string, more = ''): string =>
    `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`;
  return Buffer.from(
    random.pick([
      part('csrf', 'x'),
      `${part('certificate', 'MII\0', '; filename="a\0.crt"')}--x--`,
      '--x',
      '--x--',
      `${part('a', 'x').repeat(20)}--x--`,
      `--x\r\n${'A: b\r\n'.repeat(900)}\r\n--x--`,
      `${part('__proto__', '1')}--x--`,
      `${part('certificate', 'z'.repeat(14_000), '; filename="a.crt"')}--x--`,
      'nothing of the kind',
    ]),
  );
}

function json(random: Random, world: DoorWorld, route: string, body: unknown) {
  return text(random, world, route, JSON.stringify(body ?? {}));
}

function text(random: Random, world: DoorWorld, route: string, body: string, declared?: number) {
  return request(random, world, route, Buffer.from(body), [JSON_TYPE], declared);
}

/**
 * What each route with a body ought to take: a body after its schema, from the admin. Whatever is odd in a body that it does not take stays
 * outside.
 */
export function rightInput(random: Random, world: DoorWorld, route: string): DoorInput {
  const body = Buffer.from(JSON.stringify(world.bodyOf(route, random)));
  const path = (route.split(' ')[1] ?? '/').replace(/:(\w+)/g, (_, name: string) => (world.ids[name] ?? world.ids.id)[0] ?? '');
  const head = [...headOf(world.tokens.admin, `${route.split(' ')[0] ?? ''} ${path}`), `Content-Length: ${String(body.length)}`];
  return { kind: 'right', route, bytes: Buffer.concat([Buffer.from([...head, JSON_TYPE, '', ''].join('\r\n')), body]) };
}

/** One request in the caller's name, on a connection of its own. */
function request(random: Random, { tokens, ids }: DoorWorld, route: string, body: Buffer, extra: string[], declared = body.length) {
  const [method = 'GET', pattern = '/'] = route.split(/ (.*)/s);
  const path = pattern.replace(/:(\w+)|\*/g, (_, name: string | undefined) =>
    random.next() < 0.7 ? random.pick(ids[name ?? 'id'] ?? ids.id) : encodeURIComponent(oddText(random).toWellFormed()).slice(0, 3_000),
  );
  const query = method === 'GET' && !path.includes('?') && random.next() < 0.5 ? `?recordId=${ids.id.at(-1) ?? ''}` : '';
  const caller = random.pick(['anonymous', 'forged', 'rep', 'rep', 'admin', 'admin'] as const);
  const isChunked = declared === body.length && random.next() < 0.1;
  const head = [
    ...headOf(tokens[caller], `${method} ${path}${query}`),
    'Idempotency-Key: b9f0c9f0-0000-4000-8000-00000000000' + String(random.between(0, 9)),
    isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${String(declared)}`,
    ...extra,
  ].join('\r\n');
  const sent = isChunked ? [`${body.length.toString(16)}\r\n`, body, body.length > 0 ? '\r\n0\r\n\r\n' : '\r\n'] : [body];
  return { bytes: Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), ...sent.map((piece) => Buffer.from(piece))]) };
}

function headOf(token: string | null, address: string): string[] {
  return [`${address} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...(token ? [`Authorization: ${token}`] : [])];
}
