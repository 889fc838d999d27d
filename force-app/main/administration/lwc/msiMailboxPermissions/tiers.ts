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

import type { MailboxPolicy, MailboxTier } from 'service';

export interface Tier {
    tier: MailboxTier;
    label: string;
    gives: string;
    costs: string;
}

const SEND: Tier = { tier: 'send', label: send, gives: sendGives, costs: sendCosts };

/** What each tier gives and costs; the vendors' permissions are cut differently, and so are their consent pages. */
export const TIERS: Record<keyof MailboxPolicy, Tier[]> = {
    google: [
        SEND,
        { tier: 'headers', label: headers, gives: headersGives, costs: googleHeadersCosts },
        { tier: 'bodies', label: bodies, gives: googleBodiesGives, costs: googleBodiesCosts }
    ],
    microsoft: [
        SEND,
        { tier: 'headers', label: headers, gives: headersGives, costs: microsoftHeadersCosts },
        { tier: 'bodies', label: bodies, gives: microsoftBodiesGives, costs: microsoftBodiesCosts }
    ]
};
