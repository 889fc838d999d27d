import { LightningElement, api } from 'lwc';

import me from '@salesforce/label/c.Templates_Me';
import openName from '@salesforce/label/c.Content_OpenName';
import shared from '@salesforce/label/c.Content_Shared';

import { openedText, sizeTexts, stateText } from 'c/contentWords';
import { iconOf } from 'c/fileUpload';
import { formatLabel } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { Content, ContentViewLink } from 'service';

/** Content in the list. Its name leads to its page, as recipients see it. Fires what its menu fires: `changed`, `deleted`, `problem`. */
export default class ContentRow extends LightningElement {
    @api row!: Content;

    labels = { shared };

    @api
    focus() {
        this.template?.querySelector<HTMLElement>('.open')?.focus();
    }

    /** Where whoever changed this content was before. */
    @api
    focusMenu() {
        this.template?.querySelector<HTMLElement>('c-content-menu')?.focus();
    }

    get icon() {
        return iconOf(this.row.name);
    }

    get openText() {
        return formatLabel(openName, this.row.name);
    }

    get ownerText() {
        return this.row.isMine ? me : this.row.ownerName;
    }

    get stateText() {
        return stateText(this.row);
    }

    get sizes() {
        return sizeTexts(this.row);
    }

    get openedText() {
        return openedText(this.row);
    }

    /** A signed link, which lives for minutes: the row cannot have it before it is asked for. */
    async handleOpen() {
        try {
            const { url } = await callServer<ContentViewLink>('POST', `/content/${this.row.id}/view-links`);
            window.open(url, '_blank', 'noopener');
        } catch (error) {
            this.dispatchEvent(new CustomEvent('problem', { detail: error }));
        }
    }

    handlePassOn(event: CustomEvent<unknown>) {
        this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    }
}
