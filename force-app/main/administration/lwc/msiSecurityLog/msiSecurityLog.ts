import { LightningElement } from 'lwc';

import columnFrom from '@salesforce/label/c.Settings_Log_ColumnFrom';
import columnWhen from '@salesforce/label/c.Settings_Log_ColumnWhen';
import columnWho from '@salesforce/label/c.Settings_Log_ColumnWho';
import csvHelp from '@salesforce/label/c.Settings_Log_CsvHelp';
import done from '@salesforce/label/c.Settings_Log_Done';
import download from '@salesforce/label/c.Settings_Log_Download';
import empty from '@salesforce/label/c.Settings_Log_Empty';
import from from '@salesforce/label/c.Settings_Log_From';
import intro from '@salesforce/label/c.Settings_Log_Intro';
import job from '@salesforce/label/c.Settings_Log_Job';
import kind from '@salesforce/label/c.Settings_Log_Kind';
import kindAll from '@salesforce/label/c.Settings_Log_KindAll';
import more from '@salesforce/label/c.SalesEmail_List_More';
import nobody from '@salesforce/label/c.Settings_Log_Nobody';
import noMatch from '@salesforce/label/c.Settings_Log_NoMatch';
import outcome from '@salesforce/label/c.Settings_Log_Outcome';
import outcomeAll from '@salesforce/label/c.Settings_Log_OutcomeAll';
import refused from '@salesforce/label/c.Settings_Log_Refused';
import search from '@salesforce/label/c.Settings_Log_Search';
import title from '@salesforce/label/c.Settings_Log_Title';
import to from '@salesforce/label/c.Settings_Log_To';

import { callServer } from 'c/serverApi';
import type { SecurityEvent, SecurityEventList } from 'service';
import { startOfDay } from './days';
import { aboutText, KINDS, reasonText } from './words';

const TYPING_PAUSE_MS = 300;

interface Filter {
    kind: string;
    outcome: string;
    from: string;
    to: string;
    person: string;
}
const NO_FILTER: Filter = { kind: '', outcome: '', from: '', to: '', person: '' };

/** The org's log of security events: who, what, from where, and what was refused. */
export default class MsiSecurityLog extends LightningElement {
    labels = { columnFrom, columnWhen, columnWho, csvHelp, download, from, intro, kind, more, outcome, search, title, to };
    kinds = [{ value: '', label: kindAll }, ...Object.entries(KINDS).map(([value, label]) => ({ value, label }))];
    outcomes = [
        { value: '', label: outcomeAll },
        { value: 'done', label: done },
        { value: 'refused', label: refused }
    ];
    filter = NO_FILTER;
    events: SecurityEvent[] | undefined;
    cursor: string | null = null;
    loadError: unknown;
    error: unknown;
    isBusy = false;
    asked = 0;
    fileUrl: string | undefined;
    timer: ReturnType<typeof setTimeout> | undefined;

    connectedCallback() {
        void this.load();
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
        this.forgetFile();
    }

    get isLoading() {
        return !this.events && !this.loadError;
    }

    get isFiltered() {
        return Object.values(this.filter).some(Boolean);
    }

    get emptyText() {
        if (this.error || this.events?.length !== 0) return '';
        return this.isFiltered ? noMatch : empty;
    }

    get hasEvents() {
        return Boolean(this.events?.length);
    }

    get rows() {
        return (this.events ?? []).map((event) => ({
            ...event,
            what: KINDS[event.kind],
            about: aboutText(event),
            who: event.person ?? nobody,
            where: event.ipAddress ?? job,
            why: event.reason && reasonText(event.reason),
            outcomeText: event.outcome === 'done' ? done : refused,
            theme: event.outcome === 'done' ? '' : 'slds-theme_warning'
        }));
    }

    query(cursor: string | null = null): string {
        const { from: firstDay, to: lastDay, ...rest } = this.filter;
        const asked = {
            ...rest,
            from: firstDay && startOfDay(firstDay),
            to: lastDay && startOfDay(lastDay, 1),
            cursor: cursor ?? ''
        };
        const given = Object.entries(asked).filter(([, value]) => value !== '');
        return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
    }

    /** The first page of what the filter asks for. An answer that comes after the filter has changed again is dropped. */
    async load() {
        this.asked += 1;
        const { asked } = this;
        this.error = undefined;
        this.loadError = undefined;
        this.isBusy = true;
        try {
            const page = await callServer<SecurityEventList>('GET', `/security-events${this.query()}`);
            if (asked === this.asked) this.show(page, []);
        } catch (error) {
            if (asked === this.asked) this.fail(error);
        } finally {
            if (asked === this.asked) this.isBusy = false;
        }
    }

    async handleMoreClick() {
        const { asked, cursor, events = [] } = this;
        await this.run(async () => {
            const page = await callServer<SecurityEventList>('GET', `/security-events${this.query(cursor)}`);
            if (asked === this.asked) this.show(page, events);
        });
    }

    async handleDownloadClick() {
        await this.run(async () => {
            const csv = await callServer<string>('GET', `/security-events/csv${this.query()}`, undefined, { as: 'text' });
            this.forgetFile();
            this.fileUrl = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
            Object.assign(document.createElement('a'), { href: this.fileUrl, download: 'security-log.csv' }).click();
        });
    }

    /** The browser may still be reading it when the click returns, so it goes with the next one or with the page. */
    forgetFile() {
        if (this.fileUrl) URL.revokeObjectURL(this.fileUrl);
        this.fileUrl = undefined;
    }

    /** Of a base component, which brings the value, or of an input, which has it. */
    handleFilterChange(event: Event & { detail?: { value: string }; currentTarget: HTMLInputElement }) {
        const { value } = event.detail ?? event.currentTarget;
        const name = event.currentTarget.dataset['name'] ?? '';
        this.filter = { ...this.filter, [name]: value };
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => this.load(), name === 'person' ? TYPING_PAUSE_MS : 0);
    }

    show({ events, cursor }: SecurityEventList, before: SecurityEvent[]) {
        this.events = [...before, ...events];
        this.cursor = cursor;
    }

    /** What has been read stays on the page. */
    fail(error: unknown) {
        if (this.events) this.error = error;
        else this.loadError = error;
    }

    async run(step: () => Promise<void>) {
        if (this.isBusy) return;
        this.isBusy = true;
        this.error = undefined;
        try {
            await step();
        } catch (error) {
            this.fail(error);
        } finally {
            this.isBusy = false;
        }
    }
}
