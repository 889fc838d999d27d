import { formatLabel } from 'c/labels';

import codeLabel from '@salesforce/label/c.Shared_Error_Code';
import requestLabel from '@salesforce/label/c.Shared_Error_Request';
import title from '@salesforce/label/c.Shared_Error_Title';

export interface ReducedError {
    /** A sentence for people. */
    title: string;
    /** What support needs, each line once; empty when there is nothing to add. */
    details: string[];
    retryAt: string | undefined;
}

interface AnyError {
    message?: string;
    code?: string;
    detail?: string;
    requestId?: string;
    retryAt?: string;
    errors?: { detail: string }[];
    body?: { message?: string } | { message?: string }[];
}

/** Turns a ServerProblem, an Apex or UI API error or an Error into what a screen shows. */
export function reduceErrors(error: unknown): ReducedError {
    const { message, code, detail, requestId, retryAt, errors = [], body } = (error ?? {}) as AnyError;
    const platform = [body]
        .flat()
        .map((part) => part?.message)
        .find(Boolean);
    return {
        title: platform ?? (code ? message : undefined) ?? title,
        details: unique([
            // A plain Error was not written for people.
            code || platform ? undefined : message,
            detail,
            ...errors.map((one) => one.detail),
            code && formatLabel(codeLabel, code),
            requestId && formatLabel(requestLabel, requestId)
        ]),
        retryAt
    };
}

function unique(lines: (string | undefined)[]): string[] {
    return [...new Set(lines)].filter((line): line is string => Boolean(line));
}
