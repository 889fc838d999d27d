import { randomUUID } from 'node:crypto';

/** A failure of Microsoft Graph, in its words and shape. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  body(now: Date, requestId: string, clientRequestId: string = randomUUID()): object {
    const date = now.toISOString().slice(0, 19);
    return {
      error: {
        code: this.code,
        message: this.message,
        innerError: { date, 'request-id': requestId, 'client-request-id': clientRequestId },
      },
    };
  }
}

export function accessDenied() {
  return new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
}
export function invalidToken(message: string) {
  return new GraphError(401, 'InvalidAuthenticationToken', message);
}
export function itemNotFound() {
  return new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}
export function badRequest(message: string, code = 'BadRequest') {
  return new GraphError(400, code, message);
}
