import { LightningElement, api } from 'lwc';

import channelMailbox from '@salesforce/label/c.Settings_Identities_ChannelMailbox';
import channelTeam from '@salesforce/label/c.Settings_Identities_ChannelTeam';
import isDefault from '@salesforce/label/c.Settings_Identities_Default';
import editSignature from '@salesforce/label/c.Settings_Identities_EditSignature';
import importSignature from '@salesforce/label/c.Settings_Identities_Import';
import makeDefault from '@salesforce/label/c.Settings_Identities_MakeDefault';
import menu from '@salesforce/label/c.Settings_Identities_Menu';
import noSignature from '@salesforce/label/c.Settings_Identities_NoSignature';
import notSent from '@salesforce/label/c.Settings_Identities_NotSent';
import notUsable from '@salesforce/label/c.Settings_Identities_NotUsable';
import notVerified from '@salesforce/label/c.Settings_Identities_NotVerified';
import remove from '@salesforce/label/c.Settings_Identities_Remove';
import resend from '@salesforce/label/c.Settings_Identities_Resend';
import useMailbox from '@salesforce/label/c.Settings_Identities_UseMailbox';
import useTeam from '@salesforce/label/c.Settings_Identities_UseTeam';
import verificationSent from '@salesforce/label/c.Settings_Identities_VerificationSent';
import reconnect from '@salesforce/label/c.Users_State_Reconnect';
import nameAndAddress from '@salesforce/label/c.SalesEmail_Compose_NameAndAddress';

import { formatLabel } from 'c/labels';
import type { Identity } from 'service';

/**
 * One address that a rep may send as. Fires `signature`, `import`, `default`, `channel`, `verify` or `remove` with the identity as detail.
 */
export default class MsiIdentityRow extends LightningElement {
    @api identity!: Identity;
    /** Whether the team has a mail server of its own, so that there is a choice. */
    @api teamSmtp = false;
    @api canImport = false;
    /** True while a change of this identity is under way. */
    @api isBusy = false;

    labels = { editSignature, importSignature, isDefault, makeDefault, noSignature, remove, resend, verificationSent };

    get name() {
        return formatLabel(nameAndAddress, this.identity.name, this.identity.address);
    }

    get isUnverified() {
        return !this.identity.verifiedAt;
    }

    /** Why nothing can leave from here now; undefined while it can. */
    get trouble() {
        const { isUsable, isMailbox } = this.identity;
        if (this.isUnverified) return notVerified;
        if (isUsable) return undefined;
        return isMailbox ? reconnect : notUsable;
    }

    get verificationProblem() {
        const { verificationError } = this.identity;
        return this.isUnverified && verificationError ? formatLabel(notSent, verificationError) : undefined;
    }

    get channelText() {
        return this.identity.channel === 'mailbox' ? channelMailbox : channelTeam;
    }

    get showsChannel() {
        return this.teamSmtp;
    }

    get menuText() {
        return formatLabel(menu, this.identity.address);
    }

    /** Only its words: the row shows which signature it is, the editor what it looks like. */
    get signature() {
        const { body } = new DOMParser().parseFromString(this.identity.signatureHtml.replace(/<\/(p|div|li)>|<br>/g, ' $&'), 'text/html');
        return body.textContent?.replace(/\s+/g, ' ').trim();
    }

    get canImportHere() {
        return this.canImport && this.identity.isUsable && this.identity.channel === 'mailbox';
    }

    get canBeDefault() {
        return this.identity.isUsable && !this.identity.isDefault;
    }

    /** The mailbox's own address always leaves through the mailbox. */
    get otherChannel() {
        if (!this.teamSmtp || this.identity.isMailbox) return undefined;
        return this.identity.channel === 'mailbox' ? useTeam : useMailbox;
    }

    get canRemove() {
        return !this.identity.isMailbox;
    }

    get hasMenu() {
        return this.canImportHere || this.canBeDefault || this.otherChannel || this.canRemove;
    }

    handleSignatureClick() {
        this.fire('signature');
    }

    handleVerifyClick() {
        this.fire('verify');
    }

    handleSelect(event: CustomEvent<{ value: string }>) {
        this.fire(event.detail.value);
    }

    fire(name: string) {
        this.dispatchEvent(new CustomEvent(name, { detail: { identity: this.identity } }));
    }
}
