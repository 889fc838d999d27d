import { forgetWords, keepWords, keptWords } from 'c/msiUnsavedWords';
import type { TemplateWords } from 'service';

/** What a rep writes of a template. */
export type WrittenTemplate = Omit<TemplateWords, 'version'>;

/** Stands for the id of a template that is not saved yet. */
export const NEW_TEMPLATE = 'new';

/** One entry for all, so that those that were left unsaved can be found. */
const FORM = 'templates';

/** Words that are not saved, with the version that they began from. */
export interface KeptWords {
    words: WrittenTemplate;
    version: number;
}

function all(): Record<string, KeptWords> {
    return keptWords<Record<string, KeptWords>>(FORM) ?? {};
}

/** Until they are saved or discarded, in this browser tab. */
export function keepTemplateWords(id: string, kept: KeptWords): void {
    keepWords(FORM, { ...all(), [id]: kept });
}

export function keptTemplateWords(id: string): KeptWords | undefined {
    return all()[id];
}

export function forgetTemplateWords(id: string): void {
    const { [id]: _gone, ...others } = all();
    if (Object.keys(others).length > 0) keepWords(FORM, others);
    else forgetWords(FORM);
}

/** Templates with something to save. */
export function templatesWithWords(): string[] {
    return Object.keys(all());
}
