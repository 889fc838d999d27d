import google from '@salesforce/label/c.Panel_Mailbox_Google';
import microsoft from '@salesforce/label/c.Panel_Mailbox_Microsoft';
import changeText from '@salesforce/label/c.Settings_Permissions_ChangeText';
import intro from '@salesforce/label/c.Settings_Permissions_Intro';
import save from '@salesforce/label/c.Settings_Save';
import saved from '@salesforce/label/c.Settings_Permissions_Saved';
import title from '@salesforce/label/c.Settings_Permissions_Title';

import MsiSettingsForm from 'c/msiSettingsForm';
import type { MailboxPolicy, MailboxTier } from 'service';
import { TIERS } from './tiers';

const VENDORS = [
    { provider: 'google', name: google },
    { provider: 'microsoft', name: microsoft }
] as const;

/** How much of a mailbox the product may see, and with whose OAuth client it asks. */
export default class MsiMailboxPermissions extends MsiSettingsForm<MailboxPolicy> {
    path = '/mailbox-policy';
    pageName = 'permissions';
    savedText = saved;
    labels = { changeText, intro, save, title };
    chosen: MailboxPolicy | undefined;
    /** Names of the other parts of the page that have something to save. */
    unsavedParts = new Set<string>();

    get vendors() {
        return VENDORS.map(({ provider, name }) => ({
            provider,
            name,
            tiers: TIERS[provider],
            chosen: this.chosen?.[provider]
        }));
    }

    override get isChanged() {
        return VENDORS.some(({ provider }) => this.page?.[provider] !== this.chosen?.[provider]);
    }

    override get isUnsaved() {
        return this.isChanged || this.unsavedParts.size > 0;
    }

    override get words() {
        return this.chosen;
    }

    override restore(words: unknown) {
        this.chosen = words as MailboxPolicy;
    }

    override show(policy: MailboxPolicy) {
        super.show(policy);
        this.chosen = policy;
    }

    handleTierChoose(event: CustomEvent<MailboxTier>) {
        const { provider = '' } = (event.currentTarget as HTMLElement).dataset;
        if (this.chosen) this.chosen = { ...this.chosen, [provider]: event.detail };
        this.tellUnsaved();
    }

    handlePartUnsaved(event: CustomEvent<boolean>) {
        const part = (event.currentTarget as HTMLElement).dataset['part'] ?? '';
        if (event.detail) this.unsavedParts.add(part);
        else this.unsavedParts.delete(part);
        this.tellUnsaved();
    }

    async handleSaveClick() {
        if (!this.cannotSave) await this.save(this.chosen);
    }
}
