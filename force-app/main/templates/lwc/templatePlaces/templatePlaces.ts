export type TemplateView = 'all' | 'mine' | 'favourites' | 'shared' | 'unshared' | 'unused' | 'archived';

/** Which templates are listed. */
export interface TemplatePlace {
    view: TemplateView;
    /** Undefined for those of every category. */
    categoryId: string | undefined;
}

/** Where the tab begins. */
export const ALL_TEMPLATES: TemplatePlace = { view: 'all', categoryId: undefined };

/** Favorites and what is archived are places of their own beside the categories. */
export function placeOfCategory(place: TemplatePlace, categoryId: string | undefined): TemplatePlace {
    const isApart = place.view === 'favourites' || place.view === 'archived';
    return { view: isApart ? 'all' : place.view, categoryId };
}
