import { ServerProblem, type ProblemCode } from 'c/serverApi';
import type { ErrorCode, Problem } from 'service';

// Only compiled: each @ts-expect-error proves that an unknown code is refused.

export function comparisons({ code }: ServerProblem, problem: Problem): boolean[] {
    return [
        code === 'admins_only',
        code === 'offline',
        // @ts-expect-error the service has no such code
        code === 'admins_onyl',
        // @ts-expect-error nor has its answer
        problem.code === 'mailbox_mising',
        // @ts-expect-error the service never says so, only the component does
        problem.code === 'offline',
        // @ts-expect-error what is wrong with a field is of a known kind
        problem.errors?.[0]?.code === 'recipient_opted_uot'
    ];
}

export const words: Partial<Record<ErrorCode, string>> = {
    last_admin: '',
    // @ts-expect-error a word for a code that does not exist
    lsat_admin: ''
};

export const codes: ProblemCode[] = ['not_found', 'unreachable'];
// @ts-expect-error no failure is made with such a code
export const failure = new ServerProblem({ title: '', code: 'unavailable' });
