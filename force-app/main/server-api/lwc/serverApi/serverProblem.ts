import type { ErrorCode, Problem } from 'service';

/** What fails before the service has answered, or with an answer that is none of the service. */
type LocalCode = 'bad_answer' | 'no_access' | 'offline' | 'unreachable';
export type ProblemCode = ErrorCode | LocalCode;

/** A failure the person can read: `message` is a sentence that is shown unchanged. */
export class ServerProblem extends Error {
    /** A comparison with a code that nobody answers does not compile. */
    readonly code: ProblemCode;
    readonly status: number;
    readonly detail: string | undefined;
    readonly retryAt: string | undefined;
    readonly requestId: string | undefined;
    readonly errors: NonNullable<Problem['errors']>;

    constructor(problem: Partial<Omit<Problem, 'code'>> & { title: string; code: ProblemCode }) {
        super(problem.title);
        this.name = 'ServerProblem';
        this.code = problem.code;
        this.status = problem.status ?? 0;
        this.detail = problem.detail;
        this.retryAt = problem.retryAt;
        this.requestId = problem.requestId;
        this.errors = problem.errors ?? [];
    }
}

/** True when nobody knows what became of the call: there was no answer in time, or no network. */
export function isUnanswered(error: unknown): boolean {
    return error instanceof ServerProblem && (error.code === 'unreachable' || error.code === 'offline');
}

const ACCESS_ENDED = new Set<ProblemCode>(['user_deactivated', 'not_invited', 'not_activated']);

/** The person may use nothing any more, or not yet again: what is on the screen is not theirs to see. */
export function endsAccess(error: unknown): boolean {
    return error instanceof ServerProblem && ACCESS_ENDED.has(error.code);
}
