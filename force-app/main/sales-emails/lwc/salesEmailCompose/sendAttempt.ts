import { callServer } from 'c/serverApi';
import type { Draft, SalesEmailRow } from 'service';

/** The same words keep the same idempotency key, so pressing Send again after a lost answer cannot send twice. */
export class SendAttempt {
    private words = '';
    private idempotencyKey = '';

    send(draft: Draft): Promise<SalesEmailRow> {
        const words = JSON.stringify(draft);
        if (words !== this.words) {
            this.words = words;
            this.idempotencyKey = crypto.randomUUID();
        }
        return callServer('POST', '/sales-emails', draft, { idempotencyKey: this.idempotencyKey });
    }
}
