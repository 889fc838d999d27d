import { EVERYBODY } from 'c/bulkRecipients';
import { formatLabel, formatPlural } from 'c/labels';
import { isWithoutText, leftOutText, signatureOf, signsItself, withSignature } from 'c/salesEmailCompose';
import type { Words } from 'c/salesEmailForm';
import { callServer } from 'c/serverApi';
import type { TemplatePickerRow, UsedTemplate } from 'service';
import { BulkPeople } from './bulkPeople';
import { labels } from './words';

/** What a rep does with the words, for everybody or for one person. */
export class BulkWriting extends BulkPeople {
    handleWordsChange({ detail: { subject, bodyHtml } }: CustomEvent<Partial<Words>>) {
        if (this.isGiving) return;
        this.write({ ...(subject !== undefined && { subject }), ...(bodyHtml !== undefined && { bodyHtml }) });
    }

    handleChangeSender(event: CustomEvent<string>) {
        const { sender } = this.bulk;
        const [before, after] = [this.words.identityId ?? '', event.detail].map((id) => signatureOf(sender, id));
        this.write({ identityId: event.detail || null });
        if (!signsItself(this.words.bodyHtml)) this.form?.exchangeSignature(before ?? '', after ?? '');
    }

    handlePaste(event: ClipboardEvent) {
        this.leftOutText = leftOutText(event.clipboardData);
    }

    /** Of two that are on their way the later one is meant, and only where its rep still is. */
    async handleTemplate({ detail: { id } }: CustomEvent<TemplatePickerRow>) {
        this.toolError = undefined;
        const { target } = this;
        const coming = callServer<UsedTemplate>('POST', `/templates/${id}/use`, { recordId: this.toolRecordId });
        this.comingTemplate = coming;
        // The list that was chosen from is gone
        this.form?.focusAgain();
        try {
            const template = await coming;
            if (coming !== this.comingTemplate || target !== this.target) return;
            if (!this.isEdited || (await this.mayReplace(template.name))) this.takeTemplate(template);
        } catch (error) {
            if (coming === this.comingTemplate) this.toolError = error;
        } finally {
            if (coming === this.comingTemplate) this.comingTemplate = undefined;
        }
    }

    mayReplace(name: string) {
        return this.ask({
            heading: labels.replaceTitle,
            consequences: [formatLabel(labels.replaceText, name)],
            confirmLabel: labels.replaceConfirm,
            confirmVariant: 'brand'
        });
    }

    takeTemplate(template: UsedTemplate) {
        const { subject, bodyHtml, templateId } = template;
        const signature = signsItself(bodyHtml) ? '' : signatureOf(this.bulk.sender, this.words.identityId ?? '');
        this.usedTemplate = template;
        this.write({ subject, bodyHtml: withSignature(bodyHtml, signature), ...(this.isForAll && { templateId }) });
        this.give();
        this.form?.focusField('bodyHtml');
    }

    /** Whether a template would take words away that somebody has written for just these people. */
    get isEdited() {
        if (!this.isForAll && !this.hasOwnWords) return false;
        const { subject } = this.shownWords;
        return Boolean(subject.trim()) || !this.isWithoutText;
    }

    get isWithoutText() {
        const { subject, bodyHtml } = this.shownWords;
        const words = { cc: [], bcc: [], subject, bodyHtml };
        return isWithoutText({ words, identityId: this.words.identityId ?? '', givenBody: '' }, this.bulk.sender);
    }

    async handleGiveAllClick() {
        const heading = labels.giveAllTitle;
        const own = this.bulk.people.filter(({ hasOwnWords }) => hasOwnWords);
        const consequences = [formatPlural(labels.giveAllText, own.length)];
        if (!(await this.ask({ heading, consequences, confirmLabel: labels.giveAll }))) return;
        await this.endOwnWords(
            () => callServer('DELETE', this.path('own-words')),
            own.map(({ personId }) => personId)
        );
    }

    async handleUseAllClick() {
        const { target } = this;
        const heading = formatLabel(labels.useAllTitle, this.targetName);
        if (!(await this.ask({ heading, consequences: [labels.useAllText], confirmLabel: labels.useAll }))) return;
        await this.endOwnWords(() => callServer('DELETE', this.path('people', target, 'words')), [target]);
    }

    async endOwnWords(end: () => Promise<unknown>, ids: string[]) {
        this.toolError = undefined;
        const forgotten = await this.saver.forget(...ids);
        try {
            await end();
        } catch (error) {
            this.saver.takeBack(forgotten);
            this.toolError = error;
            return;
        }
        this.ownWords = Object.fromEntries(Object.entries(this.ownWords).filter(([id]) => !ids.includes(id)));
        this.setPeople(this.bulk.people.map((person) => (ids.includes(person.personId) ? { ...person, hasOwnWords: false } : person)));
        this.focusNext = '.reach';
        this.give();
        await this.who.look();
    }

    handleLoadNewerClick() {
        const { newer } = this;
        if (!newer) return;
        void this.saver.stop();
        this.forgetKept();
        this.start(newer);
        this.focusNext = '.reach';
    }

    handleKeepMineClick() {
        if (!this.newer) return;
        this.saver.version = this.newer.version;
        this.setPeople(this.newer.people);
        this.newer = undefined;
        this.saver.schedule(EVERYBODY, this.words);
    }
}
