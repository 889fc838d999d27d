import locale from '@salesforce/i18n/locale';

const plurals = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);

/** Fills {0}, {1} … of a label. Numbers are written in the user's locale. */
export function formatLabel(label: string, ...values: (string | number | null | undefined)[]): string {
    return label.replace(/\{(\d)\}/g, (_, index: string) => {
        const value = values[Number(index)];
        return typeof value === 'number' ? numbers.format(value) : (value ?? '');
    });
}

/**
 * Chooses the form of a plural label and fills it; {0} is the count.
 * Such a label lists its forms by CLDR category, `one:{0} email|other:{0} emails`, so that a translator can add the ones of their language.
 */
export function formatPlural(label: string, count: number, ...values: (string | number)[]): string {
    const forms = new Map(label.split('|').map((form) => [form.slice(0, form.indexOf(':')), form.slice(form.indexOf(':') + 1)]));
    return formatLabel(forms.get(plurals.select(count)) ?? forms.get('other') ?? label, count, ...values);
}
