import platformLocale from '@salesforce/i18n/locale';
import platformTimeZone from '@salesforce/i18n/timeZone';

import fromSalesforce from '@salesforce/label/c.Profile_FromSalesforce';
import fromSalesforceUnknown from '@salesforce/label/c.Profile_FromSalesforceUnknown';

import { formatLabel } from 'c/labels';
import type { Profile, ProfileChange } from 'service';

/** What the list has for "no choice of my own"; a choice never has this name. */
export const SALESFORCE = 'salesforce';

type Field = keyof ProfileChange;
interface Option {
    value: string;
    label: string;
}

const LANGUAGES: NonNullable<ProfileChange['language']>[] = ['en', 'fr', 'de', 'ja', 'pt', 'es'];

/** The browser has no list of its own. One that Salesforce names or that was chosen comes to these. */
const LOCALES = [
    'ar-AE ar-EG bg-BG cs-CZ da-DK de-AT de-CH de-DE el-GR en-AU en-CA en-GB en-IE en-IN en-NZ en-SG en-US en-ZA',
    'es-AR es-CL es-CO es-ES es-MX es-US et-EE fi-FI fr-BE fr-CA fr-CH fr-FR he-IL hi-IN hr-HR hu-HU id-ID it-CH',
    'it-IT ja-JP ko-KR lt-LT lv-LV nb-NO nl-BE nl-NL pl-PL pt-BR pt-PT ro-RO sk-SK sl-SI sv-SE th-TH tr-TR uk-UA',
    'vi-VN zh-CN zh-HK zh-TW'
]
    .join(' ')
    .split(' ');

const names = new Intl.DisplayNames(platformLocale, { type: 'language' });
function nameOf(tag: string): string {
    return names.of(tag) ?? tag;
}

/** A zone is known by its cities, and has no name in other languages. */
function zoneName(zone: string): string {
    return zone.replaceAll('_', ' ');
}

function byLabel(one: Option, other: Option): number {
    return one.label.localeCompare(other.label, platformLocale);
}

export function languageOptions({ language }: Profile): Option[] {
    return [back(language.salesforce && nameOf(language.salesforce)), ...options(LANGUAGES, nameOf).sort(byLabel)];
}

export function localeOptions({ locale }: Profile): Option[] {
    const all = new Set([...LOCALES, ...(locale.chosen ? [locale.chosen] : [])]);
    return [back(locale.salesforce && nameOf(locale.salesforce)), ...options([...all], nameOf).sort(byLabel)];
}

export function timeZoneOptions({ timeZone }: Profile): Option[] {
    const all = new Set([...Intl.supportedValuesOf('timeZone'), ...(timeZone.chosen ? [timeZone.chosen] : [])]);
    return [back(timeZone.salesforce && zoneName(timeZone.salesforce)), ...options([...all], zoneName).sort(byLabel)];
}

/** Day and time at a moment as these choices have them written. */
export function writtenTime(profile: Profile, chosen: ProfileChange, now: Date): string {
    const used = (field: Exclude<Field, 'language'>) => chosen[field] ?? profile[field].salesforce;
    const style = { dateStyle: 'full', timeStyle: 'long' } as const;
    try {
        const timeZone = used('timeZone') ?? platformTimeZone;
        return new Intl.DateTimeFormat(used('locale') ?? platformLocale, { ...style, timeZone }).format(now);
    } catch {
        // This browser may be older than the service and not know the zone
        return new Intl.DateTimeFormat(platformLocale, { ...style, timeZone: platformTimeZone }).format(now);
    }
}

function back(said: string | null): Option {
    return { value: SALESFORCE, label: said ? formatLabel(fromSalesforce, said) : fromSalesforceUnknown };
}

function options(values: readonly string[], label: (value: string) => string): Option[] {
    return values.map((value) => ({ value, label: label(value) }));
}
