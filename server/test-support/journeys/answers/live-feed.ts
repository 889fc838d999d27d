import type { LiveFeed } from '../../../../force-app/types/service.d.ts';
import { ADDRESS, AT, NAME, SUBJECT, idOf } from './common.ts';

const ITEM: LiveFeed['items'][number] = {
  id: idOf(50),
  kind: 'email_replied',
  happenedAt: AT,
  isNew: true,
  isSettled: false,
  person: { id: '00Q000000000001EAA', name: NAME },
  record: { id: '00Q000000000001EAA', objectName: 'Lead' },
  salesEmailId: idOf(30),
  subject: SUBJECT,
  contentName: null,
};
const KINDS = [
  'content_viewed',
  'email_replied',
  'email_bounced',
  'email_failed',
  'mailbox_reconnect_required',
  'salesforce_reconnect_required',
] as const;
const FEED: LiveFeed = { cursor: null, isStopped: false, items: [], mailbox: null, newestAt: null, unseen: 0 };

export const FEEDS: Record<string, LiveFeed> = {
  empty: FEED,
  stopped: { ...FEED, isStopped: true },
  'every-kind': {
    ...FEED,
    cursor: 'more',
    unseen: KINDS.length,
    newestAt: AT,
    mailbox: { address: ADDRESS, provider: 'google', state: 'reconnect_required', stateReason: 'expired' },
    items: KINDS.map((kind, index) => ({
      ...ITEM,
      kind,
      id: idOf(50 + index),
      ...(kind === 'content_viewed' && { contentName: `${'A'.repeat(190)}.pdf` }),
      ...(kind.endsWith('required') ? { person: null, record: null, subject: null } : {}),
    })),
  },
};
