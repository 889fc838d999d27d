import { callServer } from 'c/serverApi';
import type { Draft, FieldCheck } from 'service';
import { plainText } from './plainText';

const CHECK_AFTER_MS = 500;
/** A tag may cut the braces. */
const MAY_HAVE_FIELDS = /\{\{|\{</;
/** A prompt without its end is one all the same. */
const FIELD = /\{\{.*?\}\}|\{\{\s*!/gs;

/** Asks the service what the dynamic fields of an email come to for its person, each time that there are others or another person. */
export class FieldChecker {
    private asked = '';
    private timer: ReturnType<typeof setTimeout> | undefined;
    private readonly onSaid: (check: FieldCheck | undefined) => void;

    /** `onSaid` gets undefined where there are no fields. */
    constructor(onSaid: (check: FieldCheck | undefined) => void) {
        this.onSaid = onSaid;
    }

    look(draft: Draft): void {
        const question = questionOf(draft);
        if (question === this.asked) return;
        this.asked = question;
        clearTimeout(this.timer);
        if (!question) this.onSaid(undefined);
        else
            // eslint-disable-next-line @lwc/lwc/no-async-operation
            this.timer = setTimeout(() => {
                void this.ask(draft, question);
            }, CHECK_AFTER_MS);
    }

    /** What the service said of the same fields may have changed since. */
    lookAgain(draft: Draft): void {
        this.asked = '';
        this.look(draft);
    }

    stop(): void {
        clearTimeout(this.timer);
    }

    /** Without an answer nothing is said: Send asks again. */
    private async ask({ recordId, personId, identityId, subject, bodyHtml }: Draft, question: string): Promise<void> {
        const body = { recordId, personIds: [personId], identityId, subject, bodyHtml };
        const check = await callServer<FieldCheck>('POST', '/dynamic-fields/check', body).catch(() => undefined);
        if (question === this.asked) this.onSaid(check);
    }
}

/** Empty where there is nothing to ask. */
function questionOf({ personId, identityId, subject, bodyHtml }: Draft): string {
    const words = `${subject}\n${bodyHtml}`;
    const fields = (MAY_HAVE_FIELDS.test(words) && `${words}\n${plainText(bodyHtml)}`.match(FIELD)) || [];
    return personId && fields.length > 0 ? JSON.stringify([personId, identityId, ...fields]) : '';
}
