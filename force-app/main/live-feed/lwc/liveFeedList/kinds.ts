import bounced from '@salesforce/label/c.LiveFeed_Bounced';
import connectedAgain from '@salesforce/label/c.LiveFeed_ConnectedAgain';
import content from '@salesforce/label/c.LiveFeed_Content';
import failed from '@salesforce/label/c.LiveFeed_Failed';
import mailbox from '@salesforce/label/c.LiveFeed_Mailbox';
import reconnect from '@salesforce/label/c.LiveFeed_Reconnect';
import replied from '@salesforce/label/c.LiveFeed_Replied';
import salesforce from '@salesforce/label/c.LiveFeed_Salesforce';
import triedAgain from '@salesforce/label/c.LiveFeed_TriedAgain';

import type { LiveFeedItem } from 'service';

interface Words {
    word: string;
    variant: 'success' | 'error' | 'warning';
    /** For what is about no record. */
    sentence?: string;
    /** When what it asks for is done. */
    settled?: string;
}

export const KINDS: Record<LiveFeedItem['kind'], Words> = {
    content_viewed: { word: content, variant: 'success' },
    email_replied: { word: replied, variant: 'success' },
    email_bounced: { word: bounced, variant: 'error' },
    email_failed: { word: failed, variant: 'error', settled: triedAgain },
    mailbox_reconnect_required: { word: reconnect, variant: 'warning', sentence: mailbox, settled: connectedAgain },
    salesforce_reconnect_required: { word: reconnect, variant: 'warning', sentence: salesforce, settled: connectedAgain }
};
