import heard from '@salesforce/label/c.Settings_Connection_Heard';
import noReplies from '@salesforce/label/c.Settings_Connection_NoReplies';
import noSettling from '@salesforce/label/c.Settings_Connection_NoSettling';
import readsBodies from '@salesforce/label/c.Settings_Connection_ReadsBodies';
import readsHeaders from '@salesforce/label/c.Settings_Connection_ReadsHeaders';
import readsNothing from '@salesforce/label/c.Settings_Connection_ReadsNothing';
import replies from '@salesforce/label/c.Settings_Connection_Replies';
import sends from '@salesforce/label/c.Settings_Connection_Sends';
import settling from '@salesforce/label/c.Settings_Connection_Settling';

import { LACKS, silentText, troubleText } from 'c/mailboxWords';
import type { EmailConnection } from 'service';

const CAN = { icon: 'utility:check', variant: 'success' };
const CANNOT = { icon: 'utility:dash', variant: undefined };
const WARNING = { icon: 'utility:warning', variant: 'warning' };

interface Ability {
    key: number;
    text: string;
    icon: string;
    variant: string | undefined;
}

/**
 * What the mailbox can do, each with a sign. What its owner did not allow although the admin asks for it is a warning; not to read
 * is none: it is what the admin chose.
 */
export function abilitiesOf({ state, trouble, capabilities, missingCapabilities }: EmailConnection): Ability[] {
    if (state !== 'connected') return [];
    const { noticesReplies, settles, readsBodies: reads } = capabilities;
    const lacks = (name: keyof typeof LACKS) => missingCapabilities.includes(name) && { text: LACKS[name], ...WARNING };
    return [
        trouble ? { text: troubleText(trouble), ...WARNING } : { text: sends, ...CAN },
        lacks('notice_replies') || { text: noticesReplies ? replies : noReplies, ...(noticesReplies ? CAN : CANNOT) },
        lacks('settle') || { text: settles ? settling : noSettling, ...(settles ? CAN : CANNOT) },
        lacks('read_bodies') || { text: reads ? readsBodies : noticesReplies ? readsHeaders : readsNothing, ...CAN }
    ].map((ability, key) => ({ key, ...ability }));
}

interface LastSign {
    /** A pattern around the time, or a whole sentence when there is no time. */
    text: string;
    at?: string | undefined;
    isSilent?: boolean;
}

/** When the mailbox was last proved alive; undefined while nobody listens to it. */
export function lastSignOf({ state, watch }: EmailConnection): LastSign | undefined {
    if (state !== 'connected' || watch.state === 'off' || !watch.lastAliveAt) return undefined;
    return watch.state === 'silent' ? { text: silentText(watch) ?? '', isSilent: true } : { text: heard, at: watch.lastAliveAt };
}
