import { LightningElement, api } from 'lwc';
import locale from '@salesforce/i18n/locale';

import addFavorite from '@salesforce/label/c.Templates_Row_AddFavorite';
import everyone from '@salesforce/label/c.Settings_Teams_Everyone';
import me from '@salesforce/label/c.Templates_Me';
import neverUsed from '@salesforce/label/c.Templates_Row_NeverUsed';
import privateText from '@salesforce/label/c.Templates_Row_Private';
import removeFavorite from '@salesforce/label/c.Templates_Row_RemoveFavorite';
import replied from '@salesforce/label/c.Templates_Row_Replied';
import sent from '@salesforce/label/c.Templates_Row_Sent';
import used from '@salesforce/label/c.Templates_Row_Used';

import { formatLabel, formatList } from 'c/labels';
import { ALL_COLUMNS, type ShownColumns } from 'c/templateColumns';
import type { TemplateMenuElement } from 'c/templateMenu';
import type { TemplateCategories, TemplateRow as Row } from 'service';

const numbers = new Intl.NumberFormat(locale);

/** One template in the list. Fires `open`, `favourite`, and what its menu fires: `edit`, `done`, `problem`. */
export default class TemplateRow extends LightningElement {
    @api row!: Row;
    @api directory!: TemplateCategories;
    @api columns: ShownColumns = ALL_COLUMNS;
    /** The list is that of somebody else, whose star is not the reader's. */
    @api isForeign = false;

    labels = { neverUsed, used };

    /** The focus goes to the name. */
    @api
    focus() {
        this.template?.querySelector<HTMLElement>('.open')?.focus();
    }

    /** The focus goes to the menu, where whoever changed this template was before. */
    @api
    focusMenu() {
        this.template?.querySelector<TemplateMenuElement>('c-template-menu')?.focus();
    }

    get showStar() {
        return !this.isForeign;
    }

    get starIcon() {
        return this.row.isFavourite ? 'utility:favorite' : 'utility:favorite_alt';
    }

    get starText() {
        return formatLabel(this.row.isFavourite ? removeFavorite : addFavorite, this.row.name);
    }

    get ownerText() {
        return this.row.isMine ? me : this.row.owner.name;
    }

    get sharedText() {
        const { everyone: withEveryone, teams } = this.row.sharedWith;
        if (withEveryone) return everyone;
        return teams.length > 0 ? formatList(teams.map(({ name }) => name)) : privateText;
    }

    get sentText() {
        return formatLabel(sent, this.row.sent);
    }

    get repliedText() {
        return formatLabel(replied, this.row.replied);
    }

    get sentNumber() {
        return numbers.format(this.row.sent);
    }

    get repliedNumber() {
        return numbers.format(this.row.replied);
    }

    handleOpenClick() {
        this.dispatchEvent(new CustomEvent('open'));
    }

    handleStarClick() {
        this.dispatchEvent(new CustomEvent('favourite'));
    }

    handlePassOn(event: CustomEvent<unknown>) {
        this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    }
}
