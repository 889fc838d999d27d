import { LightningElement, api } from 'lwc';
import { call, org } from 'sim/org';

const LOOK_AGAIN_MS = 4000;

/** The activities of a record, as the standard Activity tab shows them: what is open above, what was done below, by month. */
export default class ActivityTimeline extends LightningElement {
  @api objectApiName;

  activities;
  error;

  #recordId;
  #version = '';
  #timer;

  @api
  get recordId() {
    return this.#recordId;
  }
  set recordId(value) {
    this.#recordId = value;
    this.activities = undefined;
    this.#version = '';
    if (this.isConnected) void this.refresh();
  }

  connectedCallback() {
    void this.refresh();
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible') void this.refresh();
    }, LOOK_AGAIN_MS);
  }
  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  /** Asks the org for the newest state. */
  @api
  async refresh() {
    const recordId = this.#recordId;
    try {
      const { activities } = await call(`/sim/timeline/${recordId}`);
      if (recordId !== this.#recordId) return;
      this.error = undefined;
      // an unchanged answer must not redraw what is being read
      const version = JSON.stringify(activities);
      if (version === this.#version) return;
      this.#version = version;
      this.activities = activities;
    } catch (error) {
      this.error = error.message;
    }
  }

  get isLoading() {
    return !this.activities && !this.error;
  }
  get upcoming() {
    return (this.activities ?? []).filter((activity) => !activity.isClosed);
  }
  get hasUpcoming() {
    return this.upcoming.length > 0;
  }
  get months() {
    const months = new Map();
    for (const activity of (this.activities ?? []).filter(({ isClosed }) => isClosed)) {
      const key = this.month(activity.at);
      if (!months.has(key)) months.set(key, { key, label: key, distance: this.distance(activity.at), activities: [] });
      months.get(key).activities.push(activity);
    }
    return [...months.values()];
  }
  get hasPast() {
    return this.months.length > 0;
  }

  month(at) {
    return new Intl.DateTimeFormat(org.i18n.locale, { timeZone: org.i18n.timeZone, month: 'long', year: 'numeric' }).format(new Date(at));
  }
  distance(at) {
    const date = new Date(at);
    const now = new Date(org.now);
    const months = (date.getFullYear() - now.getFullYear()) * 12 + date.getMonth() - now.getMonth();
    return new Intl.RelativeTimeFormat(org.i18n.locale, { numeric: 'auto' }).format(months, 'month');
  }

  handleRefreshClick() {
    void this.refresh();
  }
}
