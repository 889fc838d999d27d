import { callServer } from 'c/serverApi';
import type { BulkCheck, OwnWords } from 'service';

const LOOK_AFTER_MS = 700;
/** A tag may cut the braces. */
const FIELD = /\{(?:<[^>]*>)*\{.*?\}(?:<[^>]*>)*\}/gs;

/** What of words decides who gets them: their fields, and whether there is a subject. */
export function fieldsIn({ subject, bodyHtml }: OwnWords): string {
    return [subject.trim() ? '' : '-', ...(`${subject}\n${bodyHtml}`.match(FIELD) ?? [])].join('\n');
}

/** Asks the service who gets the email and who does not, once what decides that has changed. The last question counts. */
export class WhoGetsIt {
    private readonly path: string;
    private readonly onSaid: (check: BulkCheck | undefined, error: unknown) => void;
    private readonly save: () => Promise<boolean>;
    private asked = 0;
    private timer: ReturnType<typeof setTimeout> | undefined;

    /** `save` gives the service the words that the question is about. */
    constructor(bulkEmailId: string, save: () => Promise<boolean>, onSaid: (check: BulkCheck | undefined, error: unknown) => void) {
        this.path = `/bulk-emails/${bulkEmailId}/check`;
        this.save = save;
        this.onSaid = onSaid;
    }

    lookSoon(): void {
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            void this.look();
        }, LOOK_AFTER_MS);
    }

    /** Undefined when nobody can say it. */
    async look(): Promise<BulkCheck | undefined> {
        clearTimeout(this.timer);
        this.asked += 1;
        const question = this.asked;
        try {
            // What it said of older words stands until these are saved
            if (!(await this.save())) return undefined;
            const check = await callServer<BulkCheck>('GET', this.path);
            if (question === this.asked) this.onSaid(check, undefined);
            return check;
        } catch (error) {
            if (question === this.asked) this.onSaid(undefined, error);
            return undefined;
        }
    }

    stop(): void {
        clearTimeout(this.timer);
    }
}
