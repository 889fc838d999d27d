import type { AddressInfo } from 'node:net';
import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { createSimClock, type SimClock } from './clock.ts';
import { registerControl } from './control.ts';
import { createFaultBook, type Fault, type FaultAction, type FaultBook } from './faults.ts';
import { readStateFile, writeStateFile } from './state-file.ts';

declare module 'fastify' {
  interface FastifyRequest {
    spoiledAnswer?: FaultAction;
    logEntry?: LoggedRequest;
  }
}

export interface SimulatorOptions<State extends object> {
  /** Shown in messages and in `GET /sim/health`. */
  name: string;
  /** Makes the state at the start and after a reset: plain JSON data only, because it may be kept in a file. */
  seed: () => State;
  /** 0, the default, takes a free port. */
  port?: number | undefined;
  /** `localhost`, the default, listens on IPv4 and IPv6. */
  host?: string | undefined;
  /** Where the state is kept over a restart; without it everything lives in memory only. */
  stateFile?: string | undefined;
}

export interface LoggedRequest {
  method: string;
  path: string;
  url: string;
  status: number | null;
  at: string;
}

export interface Simulator<State extends object> {
  readonly name: string;
  readonly app: FastifyInstance;
  /** The current state; read it anew after every await, since a reset replaces the object. */
  readonly state: State;
  readonly clock: SimClock;
  readonly faults: FaultBook;
  readonly requests: LoggedRequest[];
  /** Base address without a trailing slash; known once `start` has resolved. */
  readonly url: string;
  readonly port: number;
  /** Back to the seed: state, faults, request log and clock. */
  reset(): void;
  start(): Promise<Simulator<State>>;
  close(): Promise<void>;
}

const BODY_LIMIT_BYTES = 50 * 1024 * 1024;
const LOG_LENGTH = 2000;
const SAVE_AFTER_MS = 250;

/**
 * A Fastify application with the control API that all simulators share: faults, request log, clock, reset, kept state.
 * Register the vendor's routes on `app`, then call `start()`.
 */
export function createSimulator<State extends object>(options: SimulatorOptions<State>): Simulator<State> {
  const app = fastify({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: true, routerOptions: { maxParamLength: 2000 } });
  const clock = createSimClock();
  const faults = createFaultBook();
  const requests: LoggedRequest[] = [];
  let state = options.seed();
  let saveTimer: NodeJS.Timeout | undefined;

  const kept = options.stateFile ? (readStateFile(options.stateFile) as { offsetMs: number; state: State } | undefined) : undefined;
  if (kept) {
    state = kept.state;
    clock.offsetMs = kept.offsetMs;
  }

  function save(): void {
    clearTimeout(saveTimer);
    saveTimer = undefined;
    if (options.stateFile) writeStateFile(options.stateFile, { offsetMs: clock.offsetMs, state });
  }

  const simulator: Simulator<State> = {
    name: options.name,
    app,
    clock,
    faults,
    requests,
    get state() {
      return state;
    },
    get port() {
      return (app.server.address() as AddressInfo | null)?.port ?? 0;
    },
    get url() {
      return `http://localhost:${simulator.port}`;
    },
    reset() {
      state = options.seed();
      clock.offsetMs = 0;
      faults.clear();
      requests.length = 0;
    },
    async start() {
      await app.listen({ port: options.port ?? 0, host: options.host ?? 'localhost' });
      return simulator;
    },
    async close() {
      await app.close();
      save();
    },
  };

  app.register(formbody);
  acceptEmptyJson(app);

  app.addHook('onRequest', async (request) => {
    if (isControl(request.url)) return;
    request.logEntry = {
      method: request.method,
      path: request.url.split('?')[0] ?? '',
      url: request.url,
      status: null,
      at: clock.now().toISOString(),
    };
    requests.push(request.logEntry);
    if (requests.length > LOG_LENGTH) requests.shift();
  });

  app.addHook('preHandler', async (request, reply) => {
    if (isControl(request.url)) return;
    const fault = faults.take({ method: request.method, url: request.url, body: request.body });
    if (!fault) return;
    if (fault.effect === 'after') request.spoiledAnswer = fault.action;
    else return failBefore(fault, request, reply);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const action = request.spoiledAnswer;
    if (!action) return payload;
    delete request.spoiledAnswer;
    if (action.kind === 'delay') await wait(action.ms);
    if (action.kind === 'cut') request.raw.socket.destroy();
    if (action.kind !== 'status') return payload;
    for (const name of ['location', 'content-length', 'content-type']) reply.removeHeader(name);
    return answerText(reply, action);
  });

  app.addHook('onResponse', async (request, reply) => {
    if (request.logEntry) request.logEntry.status = reply.statusCode;
    if (!options.stateFile || request.method === 'GET' || saveTimer) return;
    saveTimer = setTimeout(save, SAVE_AFTER_MS);
    saveTimer.unref();
  });

  registerControl(simulator);
  return simulator;
}

/** The control API itself must answer even while everything else is made to fail. */
function isControl(url: string): boolean {
  return /^\/sim\/(faults|requests|clock|reset|health)(\?|$)/.test(url);
}

/** Resolves with the reply when it is already answered or cut, and with nothing when the call may go on. */
async function failBefore({ action }: Fault, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (action.kind === 'delay') {
    await wait(action.ms);
    return undefined;
  }
  if (action.kind === 'status') return reply.send(answerText(reply, action));
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

function answerText(reply: FastifyReply, action: Extract<FaultAction, { kind: 'status' }>): string {
  const { status, headers = {}, body } = action;
  reply.code(status).header('content-type', `${typeof body === 'string' ? 'text/plain' : 'application/json'}; charset=utf-8`);
  reply.headers(headers);
  if (typeof body === 'string') return body;
  return body === undefined ? '' : JSON.stringify(body);
}

/** Vendors' clients send `content-type: application/json` with no body, for instance on DELETE. */
function acceptEmptyJson(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    try {
      done(null, text === '' ? undefined : JSON.parse(text as string));
    } catch (error) {
      done(Object.assign(error as Error, { statusCode: 400 }), undefined);
    }
  });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
