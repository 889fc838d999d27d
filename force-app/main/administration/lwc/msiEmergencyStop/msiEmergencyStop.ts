import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import button from '@salesforce/label/c.Settings_Stop_Button';
import effectEmails from '@salesforce/label/c.Settings_Stop_EffectEmails';
import effectGrants from '@salesforce/label/c.Settings_Stop_EffectGrants';
import effectKept from '@salesforce/label/c.Settings_Stop_EffectKept';
import effectLast from '@salesforce/label/c.Settings_Stop_EffectLast';
import intro from '@salesforce/label/c.Settings_Stop_Intro';
import lift from '@salesforce/label/c.Settings_Stop_Lift';
import lifted from '@salesforce/label/c.Settings_Stop_Lifted';
import liftText from '@salesforce/label/c.Settings_Stop_LiftText';
import needsName from '@salesforce/label/c.Settings_Stop_NeedsName';
import orgName from '@salesforce/label/c.Settings_Stop_OrgName';
import stopped from '@salesforce/label/c.Settings_Stop_Stopped';
import title from '@salesforce/label/c.Settings_Stop_Title';
import what from '@salesforce/label/c.Settings_Stop_What';

import { callServer, ServerProblem } from 'c/serverApi';
import type { KillSwitch, KillSwitchPress } from 'service';

const LOOK_AGAIN_MS = 2000;

interface Field extends HTMLElement {
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
}

/** Ends every grant of the org at once: says what that does, asks for the org's name, and shows grant by grant what was done. */
export default class MsiEmergencyStop extends LightningElement {
    labels = { button, intro, lift, liftText, orgName, stopped, title, what };
    effects = [effectGrants, effectEmails, effectKept, effectLast].map((text, key) => ({ key, text }));
    killSwitch: KillSwitch | undefined;
    name = '';
    loadError: unknown;
    error: unknown;
    isBusy = false;
    timer: ReturnType<typeof setTimeout> | undefined;

    connectedCallback() {
        void this.load();
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    get isLoading() {
        return !this.killSwitch && !this.loadError;
    }

    get isStopped() {
        return Boolean(this.killSwitch?.stoppedAt);
    }

    get report() {
        return this.killSwitch?.lastRun;
    }

    get isRunning() {
        return Boolean(this.report && !this.report.finishedAt);
    }

    get cannotLift() {
        return this.isBusy || this.isRunning;
    }

    async load() {
        this.loadError = undefined;
        try {
            this.show(await callServer<KillSwitch>('GET', '/kill-switch'));
        } catch (error) {
            if (this.killSwitch) this.error = error;
            else this.loadError = error;
        }
    }

    /** While it works, the report grows before the admin's eyes. */
    show(killSwitch: KillSwitch) {
        this.killSwitch = killSwitch;
        clearTimeout(this.timer);
        if (!this.isRunning) return;
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            if (this.isConnected) void this.load();
        }, LOOK_AGAIN_MS);
    }

    handleNameChange(event: CustomEvent<{ value: string }>) {
        this.name = event.detail.value;
        this.say('');
    }

    async handleStopClick() {
        if (!this.name.trim()) {
            this.say(needsName);
            return;
        }
        await this.run(async () => {
            const body: KillSwitchPress = { orgName: this.name.trim() };
            this.show(await callServer<KillSwitch>('POST', '/kill-switch', body));
            this.name = '';
        });
    }

    async handleLiftClick() {
        await this.run(async () => {
            this.show(await callServer<KillSwitch>('DELETE', '/kill-switch'));
            this.dispatchEvent(new ShowToastEvent({ title: lifted, variant: 'success' }));
        });
    }

    async run(step: () => Promise<void>) {
        if (this.isBusy) return;
        this.isBusy = true;
        this.error = undefined;
        try {
            await step();
        } catch (error) {
            if (error instanceof ServerProblem && error.code === 'name_differs') this.say(error.message);
            else this.error = error;
        } finally {
            this.isBusy = false;
        }
    }

    /** At the field, where it can be mended. */
    say(problem: string) {
        const field = this.template?.querySelector<Field>('lightning-input');
        field?.setCustomValidity(problem);
        field?.reportValidity();
        if (problem) field?.focus();
    }
}
