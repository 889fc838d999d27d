import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

import announcement from '@salesforce/label/c.LiveFeed_Announcement';
import announcementOfMany from '@salesforce/label/c.LiveFeed_AnnouncementOfMany';
import isNewLabel from '@salesforce/label/c.LiveFeed_New';
import more from '@salesforce/label/c.LiveFeed_More';
import openRecord from '@salesforce/label/c.LiveFeed_OpenRecord';
import noSubject from '@salesforce/label/c.SalesEmail_List_NoSubject';

import { formatLabel, formatPlural } from 'c/labels';
import { giveLostFocus } from 'c/lostFocus';
import type { LiveFeedItem } from 'service';
import { KINDS } from './kinds';

/** What happened, the newest first; each row leads to its record. What arrives later is also told to a screen reader. Fires `more`. */
export default class LiveFeedList extends NavigationMixin(LightningElement) {
    @api newIds: string[] = [];
    @api hasMore = false;

    labels = { isNew: isNewLabel, more };
    shown: LiveFeedItem[] = [];
    hasBegun = false;
    urls: Record<string, string> = {};
    announcement = '';
    /** The last row when earlier ones were asked for. */
    askedBelow: string | undefined;

    @api
    get items(): LiveFeedItem[] {
        return this.shown;
    }
    set items(items: LiveFeedItem[]) {
        if (this.hasBegun) this.announce(this.shown, items);
        this.hasBegun = true;
        this.shown = items;
        void this.findUrls();
    }

    get rows() {
        return this.shown.flatMap((item) => {
            // A kind that this package does not know yet has no words
            const kind = KINDS[item.kind] as (typeof KINDS)[LiveFeedItem['kind']] | undefined;
            if (!kind) return [];
            const { id, record, happenedAt, isSettled } = item;
            return {
                id,
                happenedAt,
                word: kind.word,
                badge: `badge badge_${kind.variant}`,
                name: record ? item.person?.name || openRecord : kind.sentence,
                subject: record && (item.contentName || item.subject || noSubject),
                url: record ? this.urls[record.id] : undefined,
                settled: isSettled ? kind.settled : undefined,
                isNew: this.newIds.includes(id)
            };
        });
    }

    /** A link with an address can also be opened in a new tab. */
    async findUrls() {
        const records = new Map(this.shown.flatMap(({ record }) => (record && !this.urls[record.id] ? [[record.id, record]] : [])));
        if (records.size === 0) return;
        const found = await Promise.all(
            [...records.values()].map(async ({ id, objectName }) => [id, await this[NavigationMixin.GenerateUrl](pageOf(id, objectName))])
        );
        this.urls = { ...this.urls, ...(Object.fromEntries(found) as Record<string, string>) };
    }

    /** With the last of the earlier rows the button goes, and the focus with it: the first of these rows gets it. */
    override renderedCallback() {
        if (!this.askedBelow) return;
        const ids = this.rows.map(({ id }) => id);
        const next = ids[ids.indexOf(this.askedBelow) + 1];
        if (this.hasMore && !next) return;
        this.askedBelow = undefined;
        if (!this.hasMore) giveLostFocus(this.template?.querySelector<HTMLElement>(`li[data-id="${next ?? ids.at(-1)}"]`));
    }

    handleLinkClick(event: MouseEvent) {
        const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
        const { id } = (event.currentTarget as HTMLElement).dataset;
        const record = this.shown.find((item) => item.id === id)?.record;
        if (!isPlain || !record) return;
        event.preventDefault();
        this[NavigationMixin.Navigate](pageOf(record.id, record.objectName));
    }

    handleMoreClick() {
        this.askedBelow = this.rows.at(-1)?.id;
        this.dispatchEvent(new CustomEvent('more'));
    }

    /** Nothing is told of what the list begins with, or of what was asked for. An empty list has begun as well. */
    announce(before: LiveFeedItem[], after: LiveFeedItem[]) {
        const [newest] = before;
        const place = newest ? after.findIndex(({ id }) => id === newest.id) : after.length;
        const arrived = place > 0 ? after.slice(0, place).filter(({ kind }) => kind in KINDS) : [];
        const [only] = arrived;
        if (arrived.length > 1) this.announcement = formatPlural(announcementOfMany, arrived.length);
        else if (only) {
            const kind = KINDS[only.kind];
            this.announcement = formatLabel(announcement, kind.word, only.record ? only.person?.name || openRecord : kind.sentence);
        }
    }
}

function pageOf(recordId: string, objectApiName: string) {
    return { type: 'standard__recordPage', attributes: { recordId, objectApiName, actionName: 'view' } };
}
