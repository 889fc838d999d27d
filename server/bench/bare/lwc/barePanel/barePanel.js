import { LightningElement, api } from 'lwc';
import issueToken from '@salesforce/apex/PanelToken.issue';

const times = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The least that can show a record's sales emails: the panel's own Apex call, the panel's own request, and in each row what ours says. */
export default class BarePanel extends LightningElement {
  @api recordId;
  @api objectApiName;

  emails = [];

  async connectedCallback() {
    const { serverUrl, token } = await issueToken();
    const headers = { accept: 'application/json', authorization: `PanelToken ${token}` };
    const response = await fetch(`${serverUrl}/v1/panel?recordId=${this.recordId}`, { headers });
    const { salesEmails } = (await response.json()).tabs[0].content;
    this.emails = salesEmails.map((email) => ({ ...email, when: times.format(new Date(email.sentAt ?? email.createdAt)) }));
  }
}
