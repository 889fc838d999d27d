import remove from '@salesforce/label/c.SalesEmail_Compose_RemovePictures';
import removeTitle from '@salesforce/label/c.Settings_Identities_RemoveTitle';

import { EVERYBODY } from 'c/bulkRecipients';
import { formatLabel } from 'c/labels';
import MsiConfirm from 'c/msiConfirm';
import { callServer } from 'c/serverApi';
import type { BulkCheck, BulkEmail } from 'service';
import { BulkComposeView } from './bulkComposeView';
import { labels } from './words';

interface Question {
    heading: string;
    consequences: string[];
    confirmLabel: string;
    confirmVariant?: string;
}

/** What a rep does in the list of people. */
export class BulkPeople extends BulkComposeView {
    focusNext: string | undefined;

    renderedCallback() {
        super.renderedCallback();
        const target = this.focusNext && this.template?.querySelector<HTMLElement>(this.focusNext);
        if (!target) return;
        this.focusNext = undefined;
        target.focus();
    }

    handleChoose(event: CustomEvent<string>) {
        this.preview = undefined;
        this.previewed = undefined;
        void this.choose(event.detail);
    }

    /** The list was folded up with what had the focus. */
    handleLeaveList() {
        this.focusNext = '.reach';
    }

    handleReloadWords() {
        void this.choose(this.target);
    }

    handleBackToAllClick() {
        void this.choose(EVERYBODY);
        this.focusNext = '.reach';
    }

    handleRecheck() {
        this.checkError = undefined;
        void this.who.look();
    }

    async handleAdd(event: CustomEvent<string>) {
        await this.changeList(async () => {
            const { people } = await callServer<BulkEmail>('POST', this.path('people'), { personIds: [event.detail] });
            this.setPeople(people.map((person) => (this.saver.waitsFor(person.personId) ? { ...person, hasOwnWords: true } : person)));
        });
    }

    /** At once in sight; where it fails, the person comes back. Words that somebody wrote for this person alone are asked about. */
    async handleRemove({ detail: id }: CustomEvent<string>) {
        if (!(await this.mayRemove(id))) return;
        const { people } = this.bulk;
        const place = people.findIndex(({ personId }) => personId === id);
        const removed = people.slice(place, place + 1);
        this.setPeople(people.filter(({ personId }) => personId !== id));
        this.check = this.check && withoutPerson(this.check, id);
        if (this.target === id) void this.choose(EVERYBODY);
        const forgotten = await this.saver.forget(id);
        await this.changeList(
            () => callServer('DELETE', this.path('people', id)),
            () => {
                // Others may have been removed meanwhile
                this.setPeople([...this.bulk.people.slice(0, place), ...removed, ...this.bulk.people.slice(place)]);
                this.saver.takeBack(forgotten);
            }
        );
    }

    async mayRemove(id: string) {
        const person = this.bulk.people.find(({ personId }) => personId === id);
        if (!person?.hasOwnWords) return true;
        const heading = formatLabel(removeTitle, person.personName ?? person.email);
        return this.ask({ heading, consequences: [labels.useAllText], confirmLabel: remove });
    }

    async handleDespiteBounce({ detail: { id, value } }: CustomEvent<{ id: string; value: boolean }>) {
        await this.changeList(async () => {
            await callServer('PUT', this.path('people', id, 'despite-bounce'), { value });
            this.changePerson(id, { sendsDespiteBounce: value });
        });
    }

    async changeList(change: () => Promise<unknown>, takeBack?: () => void) {
        this.listError = undefined;
        this.isListBusy = true;
        try {
            await change();
        } catch (error) {
            takeBack?.();
            this.listError = error;
        }
        this.isListBusy = false;
        await this.who.look();
    }

    async ask(question: Question) {
        return Boolean(await MsiConfirm.open<boolean>({ size: 'small', label: question.heading, ...question }));
    }

    path(...parts: string[]) {
        return ['/bulk-emails', this.bulk.id, ...parts].join('/');
    }
}

function withoutPerson(check: BulkCheck, id: string): BulkCheck {
    const people = check.people.filter(({ personId }) => personId !== id);
    return { ...check, people, willGet: people.filter(({ reason }) => reason === null).length };
}
