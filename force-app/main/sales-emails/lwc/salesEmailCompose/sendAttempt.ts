import type { Draft } from 'service';

/** The same words keep the same idempotency key, so pressing Send again after a lost answer cannot send twice. */
export class SendAttempt {
    private words = '';
    private key = '';

    keyFor(draft: Draft): string {
        const words = JSON.stringify(draft);
        if (words !== this.words) {
            this.words = words;
            this.key = crypto.randomUUID();
        }
        return this.key;
    }
}
