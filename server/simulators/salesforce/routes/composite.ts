import { SalesforceError } from '../errors.ts';
import { savepoint } from '../transaction.ts';
import { objectBody, type RestAnswer, type RestCall, type RestRoute } from './rest-call.ts';

const MOST_SUBREQUESTS = 25;
const MOST_QUERIES = 5;

interface Subrequest {
  method: string;
  url: string;
  referenceId: string;
  body?: unknown;
}

interface Subresult {
  body: unknown;
  httpHeaders: Record<string, string>;
  httpStatusCode: number;
  referenceId: string;
}

type Answer = (call: RestCall) => RestAnswer;

/** Up to 25 requests in one, later ones using the results of earlier ones as `@{ref.id}`. `answer` runs each of them. */
export function createCompositeRoutes(answer: Answer): RestRoute[] {
  return [{ method: 'POST', path: '/composite', handle: (call) => runComposite(answer, call) }];
}

function runComposite(answer: Answer, call: RestCall): RestAnswer {
  const { allOrNone, compositeRequest } = objectBody(call) as { allOrNone?: boolean; compositeRequest?: Subrequest[] };
  const requests = checked(compositeRequest);
  const undo = savepoint(call.actor.store, call.actor.org.id);
  const results = new Map<string, Subresult>();
  for (const request of requests) {
    const { status, body, headers } = answerSubrequest(answer, call, request, results);
    results.set(request.referenceId, {
      body: body ?? null,
      httpHeaders: headers?.['location'] ? { Location: headers['location'] } : {},
      httpStatusCode: status,
      referenceId: request.referenceId,
    });
  }
  const list = [...results.values()];
  const isFailed = ({ httpStatusCode }: Subresult) => httpStatusCode >= 400;
  if (allOrNone !== true || !list.some(isFailed)) return { status: 200, body: { compositeResponse: list } };
  undo();
  return { status: 200, body: { compositeResponse: list.map((result) => (isFailed(result) ? result : rolledBack(result))) } };
}

function answerSubrequest(answer: Answer, call: RestCall, request: Subrequest, results: Map<string, Subresult>): RestAnswer {
  try {
    const url = String(fillIn(request.url, results));
    const [path = '', search = ''] = url.replace(/^\/services\/data\/v\d+\.0/, '').split(/\?(.*)/s);
    const subcall: RestCall = {
      ...call,
      method: request.method,
      path,
      query: new URLSearchParams(search),
      body: fillIn(request.body, results),
    };
    const fault = call.actor.store.simulator.faults.take({ method: request.method, url, body: subcall.body });
    if (fault?.action.kind === 'status') return { status: fault.action.status, body: fault.action.body };
    return answer(subcall);
  } catch (error) {
    if (error instanceof SalesforceError) return { status: error.status, body: error.body };
    throw error;
  }
}

function checked(requests: Subrequest[] | undefined): Subrequest[] {
  if (!Array.isArray(requests) || requests.length === 0)
    throw new SalesforceError('JSON_PARSER_ERROR', 'compositeRequest is missing or empty');
  if (requests.length > MOST_SUBREQUESTS) {
    throw new SalesforceError(
      'LIMIT_EXCEEDED',
      `The maximum number of subrequests is ${MOST_SUBREQUESTS}, and the request has ${requests.length}`,
    );
  }
  if (requests.filter(({ url }) => /\/query(All)?[/?]|\/composite\/sobjects/.test(url)).length > MOST_QUERIES) {
    throw new SalesforceError('LIMIT_EXCEEDED', `The maximum number of queries and collections is ${MOST_QUERIES}`);
  }
  const ids = requests.map(({ referenceId }) => referenceId);
  if (ids.some((id) => !/^[A-Za-z0-9_]+$/.test(id)) || new Set(ids).size < ids.length) {
    throw new SalesforceError('INVALID_REQUEST', 'Each referenceId must be given, unique and of letters, digits and underscores');
  }
  return requests;
}

/** Replaces `@{ref.path}` in texts; a text that is nothing but a reference keeps the type of its value. */
function fillIn(value: unknown, results: Map<string, Subresult>): unknown {
  if (typeof value === 'string') {
    const whole = /^@\{([^}]+)\}$/.exec(value)?.[1];
    if (whole) return lookUp(whole, results);
    return value.replace(/@\{([^}]+)\}/g, (_, path: string) => String(lookUp(path, results)));
  }
  if (Array.isArray(value)) return value.map((item) => fillIn(item, results));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fillIn(item, results)]));
}

function lookUp(path: string, results: Map<string, Subresult>): unknown {
  const [referenceId = '', ...names] = path.split(/[.[\]]+/).filter(Boolean);
  const result = results.get(referenceId);
  let value = result && result.httpStatusCode < 400 ? result.body : undefined;
  for (const name of names) value = (value as Record<string, unknown> | undefined)?.[name];
  if (value === undefined) {
    throw new SalesforceError('PROCESSING_HALTED', `Invalid reference specified. No value for ${names.join('.')} found in ${referenceId}`);
  }
  return value;
}

function rolledBack(result: Subresult): Subresult {
  const message = 'The transaction was rolled back since another operation in the same transaction failed.';
  return { ...result, httpHeaders: {}, httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED', message }] };
}
