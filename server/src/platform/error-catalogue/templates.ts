import type { ErrorEntry } from './entry.ts';

/** Templates of emails and their categories. */
export const TEMPLATE_ERRORS = {
  template_changed: {
    status: 409,
    remedy: 'read_again',
    title: 'Somebody has saved this template meanwhile. Your words are not saved yet.',
  },
  template_archived: { status: 409, remedy: 'change_request', title: 'This template is archived. Restore it into a category first.' },
  template_not_archived: { status: 409, remedy: 'read_again', title: 'This template is not archived any more.' },
  template_not_yours: {
    status: 403,
    remedy: 'change_request',
    title: 'Only its owner can change this template, or an admin where it is shared. Clone it to have your own.',
  },
  template_limit_reached: {
    status: 409,
    remedy: 'change_request',
    title: 'Your org has 10,000 templates, as many as there can be. Delete some first.',
  },
  template_sharing_restricted: {
    status: 403,
    remedy: 'ask_admin',
    title: 'Only admins can share into this category, until an admin allows it to your team.',
  },
  category_name_taken: { status: 409, remedy: 'change_request', title: 'There is a category of this name already. Choose another name.' },
  category_not_yours: { status: 403, remedy: 'ask_admin', title: 'Only whoever made this category can change it, or an admin.' },
  category_in_use: {
    status: 409,
    remedy: 'change_request',
    title: 'This category has templates, maybe of colleagues who do not share them. It can be deleted when it is empty.',
  },
  category_limit_reached: {
    status: 409,
    remedy: 'change_request',
    title: 'Your org has 500 categories, as many as there can be. Delete one first.',
  },
} as const satisfies Record<string, ErrorEntry>;
