import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import add from '@salesforce/label/c.Templates_Category_New';
import all from '@salesforce/label/c.Templates_All';
import categories from '@salesforce/label/c.Templates_Categories';
import create from '@salesforce/label/c.Templates_Category_Create';
import deleted from '@salesforce/label/c.Templates_Category_Deleted';
import deleteFull from '@salesforce/label/c.Templates_Category_DeleteFull';
import deleteItem from '@salesforce/label/c.Settings_Teams_DeleteItem';
import deleteText from '@salesforce/label/c.Templates_Category_DeleteText';
import deleteTitle from '@salesforce/label/c.Templates_Category_DeleteTitle';
import deleteVerb from '@salesforce/label/c.Templates_Category_Delete';
import favorites from '@salesforce/label/c.Templates_Favorites';
import menu from '@salesforce/label/c.Templates_Category_Menu';
import moveDown from '@salesforce/label/c.Templates_Category_MoveDown';
import moveUp from '@salesforce/label/c.Templates_Category_MoveUp';
import nameLabel from '@salesforce/label/c.Templates_Category_Name';
import pin from '@salesforce/label/c.Templates_Category_Pin';
import pinned from '@salesforce/label/c.Templates_Category_Pinned';
import pinsFull from '@salesforce/label/c.Templates_Category_PinsFull';
import rename from '@salesforce/label/c.Settings_Teams_Rename';
import renamed from '@salesforce/label/c.Templates_Category_Renamed';
import renameTitle from '@salesforce/label/c.Settings_Teams_RenameTitle';
import save from '@salesforce/label/c.Settings_Save';
import unpin from '@salesforce/label/c.Templates_Category_Unpin';

import { formatLabel } from 'c/labels';
import { giveLostFocus } from 'c/lostFocus';
import MsiConfirm from 'c/msiConfirm';
import NameWindow from 'c/nameWindow';
import { callServer } from 'c/serverApi';
import { ALL_TEMPLATES, placeOfCategory, type TemplatePlace } from 'c/templatePlaces';
import type { TemplateCategories as Directory, TemplateCategory } from 'service';

/** As many as the row of pinned ones in the window of an email holds (TP-7). */
const MOST_PINS = 5;

/** The categories of the org, and the favorites. Fires `place` with what was chosen and `directorychange` after a change. */
export default class TemplateCategories extends LightningElement {
    @api directory!: Directory;
    @api place!: TemplatePlace;

    labels = { add, all, categories, favorites, moveDown, moveUp, pin, pinned, rename, unpin };
    /** On a narrow page the list opens below the button that names the place. */
    isOpen = false;
    busyId: string | undefined;
    error: unknown;
    /** Whose menu gets the focus that a change has taken. */
    changedId: string | undefined;

    renderedCallback() {
        const { changedId } = this;
        if (!changedId || this.busyId) return;
        this.changedId = undefined;
        giveLostFocus(
            this.template?.querySelector<HTMLElement>(`[data-menu="${changedId}"]`) ?? this.template?.querySelector<HTMLElement>('.add')
        );
    }

    get isAll() {
        return !this.place.categoryId && this.place.view !== 'favourites';
    }

    get isFavorites() {
        return !this.place.categoryId && this.place.view === 'favourites';
    }

    get allMark() {
        return this.isAll ? 'true' : null;
    }

    get favoritesMark() {
        return this.isFavorites ? 'true' : null;
    }

    get placeName() {
        if (this.isAll) return all;
        return this.directory.categories.find(({ id }) => id === this.place.categoryId)?.name ?? favorites;
    }

    get ariaExpanded() {
        return String(this.isOpen);
    }

    get listClass() {
        return this.isOpen ? 'list' : 'list closed';
    }

    /** Pinned ones come first, in the order that their rep gave them. */
    get rows() {
        const { categories: given, pinned: pins } = this.directory;
        const order = (id: string) => (pins.includes(id) ? pins.indexOf(id) : pins.length);
        return [...given]
            .sort((one, other) => order(one.id) - order(other.id))
            .map((category) => {
                const at = pins.indexOf(category.id);
                return {
                    ...category,
                    countText: formatLabel('{0}', category.templates),
                    isPinned: at >= 0,
                    canMoveUp: at > 0,
                    canMoveDown: at >= 0 && at < pins.length - 1,
                    canPin: at < 0 && pins.length < MOST_PINS,
                    mark: category.id === this.place.categoryId ? 'true' : null,
                    menuText: formatLabel(menu, category.name),
                    deleteText: category.templates > 0 ? deleteFull : deleteItem,
                    cannotDelete: category.templates > 0,
                    isBusy: category.id === this.busyId
                };
            });
    }

    get pinsFullText() {
        return this.directory.pinned.length >= MOST_PINS ? formatLabel(pinsFull, MOST_PINS) : undefined;
    }

    handleToggleClick() {
        this.isOpen = !this.isOpen;
    }

    handleAllClick() {
        this.choose(ALL_TEMPLATES);
    }

    handleFavoritesClick() {
        this.choose({ view: 'favourites', categoryId: undefined });
    }

    handleCategoryClick(event: Event & { currentTarget: HTMLElement }) {
        this.choose(placeOfCategory(this.place, event.currentTarget.dataset['id']));
    }

    choose(place: TemplatePlace) {
        this.isOpen = false;
        this.dispatchEvent(new CustomEvent('place', { detail: place }));
    }

    async handleAddClick() {
        const category = await NameWindow.open<TemplateCategory>({
            size: 'small',
            label: add,
            heading: add,
            nameLabel,
            saveLabel: create,
            save: (name: string) => callServer<TemplateCategory>('POST', '/template-categories', { name })
        });
        if (!category) return;
        this.tellChange();
        this.choose({ view: 'all', categoryId: category.id });
    }

    async handleSelect(event: CustomEvent<{ value: string }> & { currentTarget: HTMLElement }) {
        const id = event.currentTarget.dataset['menu'];
        const category = this.directory.categories.find((one) => one.id === id);
        if (!category) return;
        const { value } = event.detail;
        if (value === 'rename') await this.rename(category);
        else if (value === 'remove') await this.remove(category);
        else await this.pin(category.id, value);
    }

    async rename(category: TemplateCategory) {
        const heading = formatLabel(renameTitle, category.name);
        const saved = await NameWindow.open<TemplateCategory>({
            size: 'small',
            label: heading,
            heading,
            nameLabel,
            saveLabel: save,
            name: category.name,
            save: (name: string) => callServer<TemplateCategory>('PUT', `/template-categories/${category.id}`, { name })
        });
        this.tellChange();
        if (saved) this.toast(formatLabel(renamed, saved.name));
    }

    async remove({ id, name }: TemplateCategory) {
        const heading = formatLabel(deleteTitle, name);
        const isConfirmed = await MsiConfirm.open<boolean>({
            size: 'small',
            label: heading,
            heading,
            consequences: [deleteText],
            confirmLabel: deleteVerb
        });
        if (isConfirmed) await this.change(id, () => callServer('DELETE', `/template-categories/${id}`), formatLabel(deleted, name));
    }

    async pin(id: string, how: string) {
        const others = this.directory.pinned.filter((one) => one !== id);
        const at = this.directory.pinned.indexOf(id);
        const to = { pin: others.length, up: at - 1, down: at + 1 }[how];
        const categoryIds = to === undefined ? others : [...others.slice(0, to), id, ...others.slice(to)];
        await this.change(id, () => callServer('PUT', '/pinned-template-categories', { categoryIds }));
    }

    async change(id: string, call: () => Promise<unknown>, toast?: string) {
        this.busyId = id;
        this.changedId = id;
        this.error = undefined;
        try {
            await call();
            if (toast) this.toast(toast);
            this.tellChange();
        } catch (error) {
            this.error = error;
        } finally {
            this.busyId = undefined;
        }
    }

    tellChange() {
        this.dispatchEvent(new CustomEvent('directorychange'));
    }

    toast(text: string) {
        this.dispatchEvent(new ShowToastEvent({ title: text, variant: 'success' }));
    }
}
