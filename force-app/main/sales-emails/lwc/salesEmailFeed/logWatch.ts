import type { SalesEmailRow } from 'service';

/** The Salesforce task follows the send within seconds; after a minute the timeline shows it on its next own refresh. */
const LOOKS = 20;

/** Watches emails that have just left until Salesforce has their tasks. */
export class LogWatch {
    private readonly looksLeft = new Map<string, number>();

    get isBusy(): boolean {
        return this.looksLeft.size > 0;
    }

    /** Takes the next rows. True when some of them have left since the rows of before. */
    noticeSent(before: SalesEmailRow[], rows: SalesEmailRow[]): boolean {
        const states = new Map(before.map(({ id, state }) => [id, state]));
        const sent = rows.filter(({ id, state }) => state === 'sent' && states.has(id) && states.get(id) !== 'sent');
        for (const { id } of sent) this.looksLeft.set(id, LOOKS);
        return sent.length > 0;
    }

    /** One look. True when Salesforce has got a task since the one before. */
    look(rows: SalesEmailRow[]): boolean {
        const logs = new Map(rows.map(({ id, salesforce }) => [id, salesforce?.state ?? 'pending']));
        let isLogged = false;
        for (const [id, looks] of [...this.looksLeft]) {
            const state = logs.get(id);
            if (state === 'pending' && looks > 1) this.looksLeft.set(id, looks - 1);
            else this.looksLeft.delete(id);
            if (state === 'logged') isLogged = true;
        }
        return isLogged;
    }
}
