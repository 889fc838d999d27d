import type { WrittenTemplate } from 'c/templateWords';
import type { Template } from 'service';

/** What a rep writes of a saved template. */
export function wordsOf({ name, categoryId, subject, bodyHtml, notes, isNonCommercial, criteria }: Template): WrittenTemplate {
    return { name, categoryId: categoryId ?? '', subject, bodyHtml, notes, isNonCommercial, criteria };
}

export function wordsOfNew(categoryId: string): WrittenTemplate {
    return { name: '', categoryId, subject: '', bodyHtml: '', notes: '', isNonCommercial: false, criteria: { join: 'all', list: [] } };
}

export function isSame(one: WrittenTemplate, other: WrittenTemplate): boolean {
    return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder({ name, categoryId, subject, bodyHtml, notes, isNonCommercial, criteria: { join, list } }: WrittenTemplate) {
    return [
        name,
        categoryId,
        subject,
        bodyHtml,
        notes,
        isNonCommercial,
        join,
        list.map(({ field, condition, value }) => [field, condition, value])
    ];
}
