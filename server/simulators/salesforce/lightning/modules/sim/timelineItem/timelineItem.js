import { LightningElement, api } from 'lwc';
import { org } from 'sim/org';
import { recordUrl } from 'sim/objects';

const KINDS = {
  Email: { name: 'email', icon: 'standard:email', past: 'sent an email to', open: 'has an email to send to' },
  Call: { name: 'call', icon: 'standard:log_a_call', past: 'logged a call with', open: 'has an upcoming call with' },
  Task: { name: 'task', icon: 'standard:task', past: 'had a task with', open: 'has an upcoming task with' },
};

/** One activity: closed it is a line, open it shows what is known about it. */
export default class TimelineItem extends LightningElement {
  @api activity;

  isOpen = false;

  get kind() {
    return KINDS[this.activity.subtype] ?? KINDS.Task;
  }
  get className() {
    return `slds-timeline__item_expandable slds-timeline__item_${this.kind.name}${this.isOpen ? ' slds-is-open' : ''}`;
  }
  get expanded() {
    return String(this.isOpen);
  }
  get toggleIcon() {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }
  get toggleLabel() {
    return `Toggle details for ${this.activity.subject}`;
  }
  get actor() {
    return this.activity.owner.id === org.user.id ? 'You' : this.activity.owner.name;
  }
  get verb() {
    const { past, open } = this.kind;
    const words = this.activity.isClosed ? past : open;
    return this.actor === 'You' ? words.replace(/^has /, 'have ') : words;
  }
  get whoUrl() {
    const { who } = this.activity;
    return who && recordUrl(who.objectApiName, who.id);
  }
  get date() {
    const { at, dueDate, isClosed } = this.activity;
    if (!isClosed && dueDate)
      return new Intl.DateTimeFormat(org.i18n.locale, { timeZone: 'UTC', month: 'short', day: 'numeric' }).format(new Date(dueDate));
    const options = { timeZone: org.i18n.timeZone, month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' };
    return new Intl.DateTimeFormat(org.i18n.locale, options).format(new Date(at));
  }
  get dateClass() {
    return `slds-timeline__date${this.activity.isOverdue ? ' slds-text-color_error' : ''}`;
  }
  get relatedUrl() {
    const { what } = this.activity;
    return what && recordUrl(what.objectApiName, what.id);
  }

  handleToggleClick() {
    this.isOpen = !this.isOpen;
  }
}
