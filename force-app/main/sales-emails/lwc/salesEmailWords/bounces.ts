import bounceMailboxFull from '@salesforce/label/c.SalesEmail_Bounce_MailboxFull';
import bounceMailboxInactive from '@salesforce/label/c.SalesEmail_Bounce_MailboxInactive';
import bounceNotRead from '@salesforce/label/c.SalesEmail_Bounce_NotRead';
import bounceNotReachable from '@salesforce/label/c.SalesEmail_Bounce_NotReachable';
import bouncePolicy from '@salesforce/label/c.SalesEmail_Bounce_Policy';
import bounceSenderBlocked from '@salesforce/label/c.SalesEmail_Bounce_SenderBlocked';
import bounceSendingLimit from '@salesforce/label/c.SalesEmail_Bounce_SendingLimit';
import bounceSpam from '@salesforce/label/c.SalesEmail_Bounce_Spam';
import bounceTooLarge from '@salesforce/label/c.SalesEmail_Bounce_TooLarge';
import bounceUnknown from '@salesforce/label/c.SalesEmail_Bounce_Unknown';
import bounceUnknownAddress from '@salesforce/label/c.SalesEmail_Bounce_UnknownAddress';
import bounceUnknownDomain from '@salesforce/label/c.SalesEmail_Bounce_UnknownDomain';
import softBounce from '@salesforce/label/c.SalesEmail_Response_SoftBounce';

import { formatLabel } from 'c/labels';
import type { BounceReason, Response } from 'service';

const BOUNCES: Record<BounceReason, string> = {
    unknown_address: bounceUnknownAddress,
    unknown_domain: bounceUnknownDomain,
    mailbox_full: bounceMailboxFull,
    mailbox_inactive: bounceMailboxInactive,
    message_too_large: bounceTooLarge,
    refused_by_policy: bouncePolicy,
    taken_for_spam: bounceSpam,
    sender_blocked: bounceSenderBlocked,
    sending_limit: bounceSendingLimit,
    not_reachable: bounceNotReachable,
    unknown: bounceUnknown
};

type Bounce = Pick<Response, 'bounceKind' | 'bounceReason'> & Partial<Pick<Response, 'bounceReportRead'>>;

/** Why the recipient's side returned the email. A soft bounce is not the end, and says so. */
export function bounceSentence({ bounceKind, bounceReason, bounceReportRead }: Bounce): string {
    // Only a report that was read as a whole proves that nobody said why
    const isUnknown = !bounceReason || bounceReason === 'unknown';
    const sentence = isUnknown && bounceReportRead === false ? bounceNotRead : BOUNCES[bounceReason ?? 'unknown'];
    return bounceKind === 'soft' ? formatLabel(softBounce, sentence) : sentence;
}
