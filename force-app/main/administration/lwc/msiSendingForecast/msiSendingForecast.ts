import { LightningElement, api } from 'lwc';

import noMailbox from '@salesforce/label/c.Settings_Connection_Empty';
import atOnce from '@salesforce/label/c.Settings_Forecast_AtOnce';
import boundBatch from '@salesforce/label/c.Settings_Forecast_BoundBatch';
import boundDaily from '@salesforce/label/c.Settings_Forecast_BoundDaily';
import boundDomain from '@salesforce/label/c.Settings_Forecast_BoundDomain';
import boundMinute from '@salesforce/label/c.Settings_Forecast_BoundMinute';
import boundOrg from '@salesforce/label/c.Settings_Forecast_BoundOrg';
import boundProvider from '@salesforce/label/c.Settings_Forecast_BoundProvider';
import boundRate from '@salesforce/label/c.Settings_Forecast_BoundRate';
import boundSpacing from '@salesforce/label/c.Settings_Forecast_BoundSpacing';
import boundTrouble from '@salesforce/label/c.Settings_Forecast_BoundTrouble';
import boundUser from '@salesforce/label/c.Settings_Forecast_BoundUser';
import button from '@salesforce/label/c.Settings_Forecast_Button';
import count from '@salesforce/label/c.Settings_Forecast_Count';
import leavesBy from '@salesforce/label/c.Settings_Forecast_LeavesBy';
import title from '@salesforce/label/c.Settings_Forecast_Title';
import tooMany from '@salesforce/label/c.Settings_Forecast_TooMany';
import waiting from '@salesforce/label/c.Settings_Forecast_Waiting';
import wrongCount from '@salesforce/label/c.Settings_Forecast_WrongCount';

import { formatClock, formatPlural } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { BlockingLimit, SendingForecast } from 'service';

const BY_REASON: Record<NonNullable<SendingForecast['boundBy']>, string> = {
    spacing: boundSpacing,
    minute_limit: boundMinute,
    daily_limit: boundDaily,
    user_daily_limit: boundUser,
    org_limit: boundOrg,
    domain_limit: boundDomain,
    mailbox_rate_limited: boundRate,
    mailbox_blocked: boundTrouble,
    mailbox_full: boundTrouble,
    provider_unavailable: boundTrouble
};

/** Several limits share a reason: where the service knows which of them it is, that one is named. */
const BY_LIMIT: Record<BlockingLimit['name'], string> = {
    batch: boundBatch,
    mailbox_per_minute: boundMinute,
    mailbox_per_day: boundDaily,
    user_per_day: boundUser,
    org_per_day: boundOrg,
    domain_per_day: boundDomain,
    provider_per_minute: boundProvider,
    provider_per_day: boundProvider,
    provider_recipients_per_day: boundProvider
};

function boundSentence({ boundBy, limit }: SendingForecast): string | undefined {
    if (limit) return BY_LIMIT[limit.name];
    return boundBy ? BY_REASON[boundBy] : undefined;
}

const MOST = 10_000;

interface Field extends HTMLElement {
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
}

/** When the last of so many further emails of the caller would leave under the saved limits. */
export default class MsiSendingForecast extends LightningElement {
    labels = { button, count, title };
    text = '200';
    forecast: SendingForecast | undefined;
    /** How many further emails the forecast is about. */
    asked = 0;
    error: unknown;
    isBusy = false;
    /** Limits may be saved while a forecast is made: only the answer to the last question counts. */
    lastCall = 0;
    seenVersion: string | null | undefined;

    /** Changes with the saved limits; the forecast is then made again. */
    @api
    get version(): string | null | undefined {
        return this.seenVersion;
    }
    set version(version: string | null | undefined) {
        const isNews = this.seenVersion !== undefined && this.seenVersion !== version;
        this.seenVersion = version;
        if (isNews) void this.load();
    }

    connectedCallback() {
        void this.load();
    }

    get sentences() {
        const { forecast, asked } = this;
        if (!forecast) return [];
        const { lastLeavesAt, boundBy, tooManyWait, waiting: waitingEmails } = forecast;
        if (tooManyWait) return [{ text: tooMany, key: 0 }];
        // Without a mailbox nothing leaves, and there is nothing to say it of
        if (!lastLeavesAt) return [{ text: noMailbox, key: 0 }];
        return [
            waitingEmails > 0 ? formatPlural(waiting, waitingEmails) : undefined,
            boundBy ? formatPlural(leavesBy, asked, formatClock(lastLeavesAt)) : formatPlural(atOnce, asked),
            boundSentence(forecast)
        ]
            .filter(Boolean)
            .map((text, key) => ({ key, text }));
    }

    handleChange(event: CustomEvent<{ value: string | number }>) {
        this.text = String(event.detail.value ?? '');
    }

    handleKeydown(event: KeyboardEvent) {
        if (event.key === 'Enter') void this.load();
    }

    async load() {
        const more = Number(this.text);
        const isAcceptable = /^\d+$/.test(this.text.trim()) && more >= 1 && more <= MOST;
        const field = this.template?.querySelector<Field>('lightning-input');
        field?.setCustomValidity(isAcceptable ? '' : wrongCount);
        field?.reportValidity();
        const call = ++this.lastCall;
        this.error = undefined;
        this.isBusy = isAcceptable;
        if (!isAcceptable) {
            this.forecast = undefined;
            return;
        }
        try {
            const forecast = await callServer<SendingForecast>('GET', `/sending-forecast?more=${more}`);
            if (call !== this.lastCall) return;
            this.forecast = forecast;
            this.asked = more;
        } catch (error) {
            if (call !== this.lastCall) return;
            this.forecast = undefined;
            this.error = error;
        } finally {
            if (call === this.lastCall) this.isBusy = false;
        }
    }
}
