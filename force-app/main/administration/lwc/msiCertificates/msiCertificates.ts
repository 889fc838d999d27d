import { LightningElement } from 'lwc';

import by from '@salesforce/label/c.Settings_Trust_By';
import change from '@salesforce/label/c.Settings_Trust_Change';
import expired from '@salesforce/label/c.Settings_Trust_Expired';
import expires from '@salesforce/label/c.Settings_Trust_Expires';
import fingerprint from '@salesforce/label/c.Settings_Trust_Fingerprint';
import intro from '@salesforce/label/c.Settings_Trust_Intro';
import never from '@salesforce/label/c.Settings_Trust_Never';
import origin from '@salesforce/label/c.Settings_Trust_Origin';
import soon from '@salesforce/label/c.Settings_Trust_Soon';
import title from '@salesforce/label/c.Settings_Trust_Title';
import uploaded from '@salesforce/label/c.Settings_Trust_Uploaded';
import used from '@salesforce/label/c.Settings_Trust_Used';

import { formatDay, formatLabel } from 'c/labels';
import { callServer } from 'c/serverApi';
import { serviceNow } from 'c/serviceClock';
import type { OrgTrust } from 'service';

/** Time enough to make and name a new one in Salesforce. */
const WARN_MS = 60 * 86_400_000;

/** What the org is trusted by: to look at here, to change on the service's own page, where an administrator signs in anew. */
export default class MsiCertificates extends LightningElement {
    labels = { change, expires, fingerprint, intro, never, title, uploaded, used };
    trust: OrgTrust | undefined;
    error: unknown;

    connectedCallback() {
        void this.load();
    }

    get isLoading() {
        return !this.trust && !this.error;
    }

    get originText() {
        return formatLabel(origin, this.trust?.lightningOrigin);
    }

    get rows() {
        return (this.trust?.certificates ?? []).map((certificate) => {
            const leftMs = Date.parse(certificate.expiresAt) - serviceNow().getTime();
            return {
                ...certificate,
                byText: certificate.uploadedBy && formatLabel(by, certificate.uploadedBy),
                expiresText: formatDay(certificate.expiresAt),
                warning: leftMs < 0 ? expired : leftMs < WARN_MS && soon
            };
        });
    }

    async load() {
        this.error = undefined;
        try {
            this.trust = await callServer<OrgTrust>('GET', '/org-trust');
        } catch (error) {
            this.error = error;
        }
    }
}
