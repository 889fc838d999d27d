import { callServer } from 'c/serverApi';
import { serviceNow } from 'c/serviceClock';
import type { Draft, SalesEmailRow } from 'service';
import type { LocalEmail } from './localWords';

/** The same words keep the same idempotency key, so pressing Send again after a lost answer cannot send twice. */
export class SendAttempt {
    private words = '';
    private pressed: LocalEmail['attempt'] = null;

    begin(draft: Draft): void {
        const words = JSON.stringify(draft);
        if (words === this.words) return;
        this.words = words;
        this.pressed = { idempotencyKey: crypto.randomUUID(), since: serviceNow().toISOString() };
    }

    /** What was begun with exactly these words. */
    of(draft: Draft): LocalEmail['attempt'] {
        return JSON.stringify(draft) === this.words ? this.pressed : null;
    }

    /** Goes on with words that another window tried to send. */
    resume(draft: Draft, attempt: NonNullable<LocalEmail['attempt']>): void {
        this.words = JSON.stringify(draft);
        this.pressed = attempt;
    }

    send(draft: Draft): Promise<SalesEmailRow> {
        this.begin(draft);
        const { idempotencyKey = '' } = this.pressed ?? {};
        return callServer('POST', '/sales-emails', draft, { idempotencyKey });
    }
}
