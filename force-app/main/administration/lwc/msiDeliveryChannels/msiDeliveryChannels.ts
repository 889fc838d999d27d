import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import changed from '@salesforce/label/c.Settings_Changed';
import changedBy from '@salesforce/label/c.Settings_ChangedBy';
import address from '@salesforce/label/c.Settings_Channels_TestAddress';
import host from '@salesforce/label/c.Settings_Channels_Host';
import intro from '@salesforce/label/c.Settings_Channels_Intro';
import keepPassword from '@salesforce/label/c.Settings_Channels_KeepPassword';
import needsHost from '@salesforce/label/c.Settings_Channels_NeedsHost';
import needsPort from '@salesforce/label/c.Settings_Channels_NeedsPort';
import none from '@salesforce/label/c.Settings_Channels_None';
import password from '@salesforce/label/c.Settings_Channels_Password';
import port from '@salesforce/label/c.Settings_Channels_Port';
import refused from '@salesforce/label/c.Settings_Channels_Refused';
import remove from '@salesforce/label/c.Settings_Channels_Remove';
import removed from '@salesforce/label/c.Settings_Channels_Removed';
import removeText from '@salesforce/label/c.Settings_Channels_RemoveText';
import removeTitle from '@salesforce/label/c.Settings_Channels_RemoveTitle';
import saved from '@salesforce/label/c.Settings_Channels_Saved';
import security from '@salesforce/label/c.Settings_Channels_Security';
import securityNone from '@salesforce/label/c.Settings_Channels_SecurityNone';
import securityStartTls from '@salesforce/label/c.Settings_Channels_SecurityStartTls';
import securityTls from '@salesforce/label/c.Settings_Channels_SecurityTls';
import test from '@salesforce/label/c.Settings_Channels_Test';
import testText from '@salesforce/label/c.Settings_Channels_TestText';
import title from '@salesforce/label/c.Settings_Channels_Title';
import username from '@salesforce/label/c.Settings_Channels_Username';
import working from '@salesforce/label/c.Settings_Channels_Working';
import save from '@salesforce/label/c.Settings_Save';

import { formatLabel } from 'c/labels';
import MsiConfirm from 'c/msiConfirm';
import { forgetWords, keepWords, keptWords } from 'c/msiUnsavedWords';
import { callServer } from 'c/serverApi';
import type { Me, TeamSmtp, TeamSmtpChange, TeamSmtpPage, TeamSmtpTest, TeamSmtpTestResult } from 'service';

/** Of the page in the settings. */
const PAGE = 'channels';
const NEW = { host: '', port: '587', security: 'starttls', username: '', password: '' };
type Values = typeof NEW;

interface Field extends HTMLElement {
    name: keyof Values;
    checkValidity(): boolean;
    reportValidity(): boolean;
}

/** The one mail server of the team (DC-3). Fires `unsaved` with whether there are changes to save. */
export default class MsiDeliveryChannels extends LightningElement {
    labels = { address, host, intro, needsHost, needsPort, none, password, port, refused, remove, save, security, test, testText, title };
    userLabels = { username, working };
    securities = [
        { value: 'tls', label: securityTls },
        { value: 'starttls', label: securityStartTls },
        { value: 'none', label: securityNone }
    ];

    isLoaded = false;
    server: TeamSmtp | null = null;
    values: Values = NEW;
    testAddress = '';
    testResult: TeamSmtpTestResult | undefined;
    loadError: unknown;
    error: unknown;
    isBusy = false;
    /** The form says what was typed on an earlier visit. */
    isRestored = false;

    connectedCallback() {
        void this.load();
    }

    get isLoading() {
        return !this.isLoaded && !this.loadError;
    }

    get isWorking() {
        return this.server?.state === 'working';
    }

    get changedPattern() {
        const who = this.server?.updatedBy;
        return who ? formatLabel(changedBy, '{0}', who) : changed;
    }

    get passwordHelp() {
        return this.server?.hasPassword ? keepPassword : undefined;
    }

    get isChanged() {
        return JSON.stringify(this.values) !== JSON.stringify(valuesOf(this.server));
    }

    get cannotSave() {
        return !this.isChanged || this.isBusy;
    }

    get testIcon() {
        return this.testResult?.ok ? 'utility:success' : 'utility:error';
    }

    get testVariant() {
        return this.testResult?.ok ? 'success' : 'error';
    }

    async load() {
        this.loadError = undefined;
        try {
            const [{ server }, me] = await Promise.all([callServer<TeamSmtpPage>('GET', '/team-smtp'), callServer<Me>('GET', '/me')]);
            this.show(server, keptWords<Partial<Values>>(PAGE));
            this.testAddress ||= me.email;
            this.isLoaded = true;
        } catch (error) {
            this.loadError = error;
        }
    }

    show(server: TeamSmtp | null, kept?: Partial<Values>) {
        this.server = server;
        this.values = { ...valuesOf(server), ...kept };
        this.isRestored = Boolean(kept) && this.isChanged;
        this.tellUnsaved();
    }

    discard() {
        this.show(this.server);
    }

    /** What is right again says so at once: a message that goes when the field is left moves the button under the pointer. */
    handleChange(event: CustomEvent<{ value: string }>) {
        const field = event.target as Field;
        this.values = { ...this.values, [field.name]: event.detail.value };
        if (field.checkValidity()) field.reportValidity();
        this.testResult = undefined;
        this.tellUnsaved();
    }

    handleTestAddressChange(event: CustomEvent<{ value: string }>) {
        this.testAddress = event.detail.value;
    }

    async handleTestClick() {
        if (!this.areAcceptable('lightning-input')) return;
        await this.run(async () => {
            const body: TeamSmtpTest = { server: this.body, to: this.testAddress.trim() };
            this.testResult = undefined;
            this.testResult = await callServer<TeamSmtpTestResult>('POST', '/team-smtp/test', body);
        });
    }

    async handleSaveClick() {
        if (!this.areAcceptable('.server lightning-input')) return;
        await this.run(async () => {
            this.show((await callServer<TeamSmtpPage>('PUT', '/team-smtp', this.body)).server);
            this.toast(saved);
        });
    }

    async handleRemoveClick() {
        const heading = formatLabel(removeTitle, this.server?.host);
        const options = { size: 'small', label: heading, heading, consequences: [removeText], confirmLabel: remove } as const;
        if (!(await MsiConfirm.open<boolean>(options))) return;
        await this.run(async () => {
            await callServer('DELETE', '/team-smtp');
            this.show(null);
            this.testResult = undefined;
            this.toast(removed);
        });
    }

    /** What the fields say. An empty password leaves the saved one as it is. */
    get body(): TeamSmtpChange {
        const { host: name, port: number, security: how, username: user, password: secret } = this.values;
        return {
            host: name.trim(),
            port: Number(number),
            security: how as TeamSmtpChange['security'],
            username: user.trim() || null,
            ...(secret && { password: secret })
        };
    }

    areAcceptable(selector: string) {
        const [wrong] = [...(this.template?.querySelectorAll<Field>(selector) ?? [])].filter((field) => !field.reportValidity());
        wrong?.focus();
        return !wrong;
    }

    async run(step: () => Promise<void>) {
        if (this.isBusy) return;
        this.isBusy = true;
        this.error = undefined;
        try {
            await step();
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }

    /** A password is never kept: whoever comes back types it again. */
    tellUnsaved() {
        const { password: _secret, ...words } = this.values;
        if (this.isChanged) keepWords(PAGE, words);
        else forgetWords(PAGE);
        this.dispatchEvent(new CustomEvent('unsaved', { detail: this.isChanged }));
    }

    toast(text: string) {
        this.dispatchEvent(new ShowToastEvent({ title: text, variant: 'success' }));
    }
}

function valuesOf(server: TeamSmtp | null): Values {
    if (!server) return NEW;
    const { host: name, port: number, security: how, username: user } = server;
    return { host: name, port: String(number), security: how, username: user ?? '', password: '' };
}
