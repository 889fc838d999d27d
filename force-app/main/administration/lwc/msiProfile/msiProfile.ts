import save from '@salesforce/label/c.Settings_Save';
import email from '@salesforce/label/c.Profile_Email';
import fromSalesforce from '@salesforce/label/c.Profile_NameAndEmailText';
import language from '@salesforce/label/c.Profile_Language';
import locale from '@salesforce/label/c.Profile_Locale';
import name from '@salesforce/label/c.Profile_Name';
import now from '@salesforce/label/c.Profile_Now';
import region from '@salesforce/label/c.Profile_Region';
import regionText from '@salesforce/label/c.Profile_RegionText';
import saved from '@salesforce/label/c.Profile_Saved';
import timeZone from '@salesforce/label/c.Profile_TimeZone';
import title from '@salesforce/label/c.Profile_Title';

import { formatLabel } from 'c/labels';
import MsiSettingsForm from 'c/msiSettingsForm';
import { callServer } from 'c/serverApi';
import { serviceNow } from 'c/serviceClock';
import type { Profile, ProfileChange } from 'service';
import { languageOptions, localeOptions, SALESFORCE, timeZoneOptions, writtenTime } from './choices';

const FIELDS = ['language', 'locale', 'timeZone'] as const;
type Field = (typeof FIELDS)[number];

/** Everybody's own page (ON-6): who one is, what is connected, for which language and zone the service writes, what one sends as. */
export default class MsiProfile extends MsiSettingsForm<Profile> {
    path = '/profile';
    pageName = 'profile';
    savedText = saved;
    labels = { email, fromSalesforce, language, locale, name, region, regionText, save, timeZone, title };
    chosen: ProfileChange | undefined;
    isChecking = false;
    /** How often the whole page was shown anew. */
    shows = 0;
    /** The last look at the connections failed. */
    lookError: unknown;

    get name() {
        return this.page?.name ?? this.page?.email;
    }

    get identities() {
        return this.page?.identities;
    }

    get fields() {
        const { page } = this;
        if (!page) return [];
        const lists = { language: languageOptions(page), locale: localeOptions(page), timeZone: timeZoneOptions(page) };
        return FIELDS.map((field) => ({
            field,
            label: this.labels[field],
            options: lists[field],
            value: this.chosen?.[field] ?? SALESFORCE
        }));
    }

    get nowText() {
        const { page, chosen } = this;
        return page && chosen ? formatLabel(now, writtenTime(page, chosen, serviceNow())) : undefined;
    }

    override get isChanged() {
        return FIELDS.some((field) => this.chosen?.[field] !== this.page?.[field].chosen);
    }

    override get words() {
        return this.chosen;
    }

    override restore(words: unknown) {
        this.chosen = words as ProfileChange;
    }

    override show(page: Profile) {
        super.show(page);
        this.shows += 1;
        this.chosen = { language: page.language.chosen, locale: page.locale.chosen, timeZone: page.timeZone.chosen };
    }

    handleChange(event: CustomEvent<{ value: string }>) {
        const { name: field } = event.target as unknown as { name: Field };
        const { value } = event.detail;
        if (this.chosen) this.chosen = { ...this.chosen, [field]: value === SALESFORCE ? null : value } as ProfileChange;
        this.tellUnsaved();
    }

    async handleSaveClick() {
        if (!this.cannotSave) await this.save(this.chosen);
    }

    /** What was chosen and not saved stays. */
    async handleReturn() {
        await this.look('GET', this.path);
    }

    async handleCheck() {
        this.isChecking = true;
        await this.look('POST', '/profile/api-access-check');
        this.isChecking = false;
    }

    /** An answer from before a save would undo it. */
    async look(method: 'GET' | 'POST', path: string) {
        const { shows } = this;
        try {
            const page = await callServer<Profile>(method, path);
            if (shows === this.shows && !this.isSaving) this.page = page;
            this.lookError = undefined;
        } catch (error) {
            this.lookError = error;
        }
    }
}
