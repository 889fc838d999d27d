import discardConfirm from '@salesforce/label/c.SalesEmail_Discard_Confirm';
import discardText from '@salesforce/label/c.SalesEmail_Discard_Text';
import discardTitle from '@salesforce/label/c.SalesEmail_Discard_Title';

import { formatLabel } from 'c/labels';
import MsiConfirm from 'c/msiConfirm';

/** True when the rep confirms that the draft of this subject goes. */
export async function askToDiscard(subject: string): Promise<boolean> {
    const heading = formatLabel(discardTitle, subject);
    const question = { heading, consequences: [discardText], confirmLabel: discardConfirm };
    return Boolean(await MsiConfirm.open<boolean>({ size: 'small', label: heading, ...question }));
}
