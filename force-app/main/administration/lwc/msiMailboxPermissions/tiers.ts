import googleBodiesCosts from '@salesforce/label/c.Settings_Tier_GoogleBodiesCosts';
import googleBodiesGives from '@salesforce/label/c.Settings_Tier_GoogleBodiesGives';
import googleHeadersCosts from '@salesforce/label/c.Settings_Tier_GoogleHeadersCosts';
import bodies from '@salesforce/label/c.Settings_Tier_Bodies';
import headers from '@salesforce/label/c.Settings_Tier_Headers';
import headersGives from '@salesforce/label/c.Settings_Tier_HeadersGives';
import microsoftBodiesCosts from '@salesforce/label/c.Settings_Tier_MicrosoftBodiesCosts';
import microsoftBodiesGives from '@salesforce/label/c.Settings_Tier_MicrosoftBodiesGives';
import microsoftHeadersCosts from '@salesforce/label/c.Settings_Tier_MicrosoftHeadersCosts';
import send from '@salesforce/label/c.Settings_Tier_Send';
import sendCosts from '@salesforce/label/c.Settings_Tier_SendCosts';
import sendGives from '@salesforce/label/c.Settings_Tier_SendGives';

import type { Choice } from 'c/msiChoices';
import type { MailboxPolicy, MailboxTier } from 'service';

/** A tier, what it gives, and what it costs. */
type Tier = Choice & { value: MailboxTier };

const SEND: Tier = { value: 'send', label: send, text: sendGives, note: sendCosts };

/** What each tier gives and costs; the vendors' permissions are cut differently, and so are their consent pages. */
export const TIERS: Record<keyof MailboxPolicy, Tier[]> = {
    google: [
        SEND,
        { value: 'headers', label: headers, text: headersGives, note: googleHeadersCosts },
        { value: 'bodies', label: bodies, text: googleBodiesGives, note: googleBodiesCosts }
    ],
    microsoft: [
        SEND,
        { value: 'headers', label: headers, text: headersGives, note: microsoftHeadersCosts },
        { value: 'bodies', label: bodies, text: microsoftBodiesGives, note: microsoftBodiesCosts }
    ]
};
