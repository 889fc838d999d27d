// The service's answers and bodies, under the names of its OpenAPI document.

export interface Problem {
    type: string;
    title: string;
    status: number;
    code: string;
    detail?: string;
    requestId?: string;
    retryAt?: string;
    errors?: { in: string; pointer: string; code: string; detail: string }[];
}

export interface EmailConnection {
    id: string;
    provider: 'google' | 'microsoft';
    address: string;
    state: 'connected' | 'reconnect_required' | 'disconnected';
    stateReason:
        | 'revoked'
        | 'expired'
        | 'password_changed'
        | 'admin_blocked'
        | 'disconnected_by_user'
        | 'scope_missing'
        | 'unknown'
        | null;
    missingScopes: string[];
    waitingEmails: number;
}

export interface ConsentLink {
    url: string;
}

export type Readiness =
    | 'ready'
    | 'not_invited'
    | 'not_activated'
    | 'api_disabled'
    | 'salesforce_disconnected'
    | 'mailbox_missing'
    | 'mailbox_reconnect_required';

export type ActionReason =
    | 'no_email_address'
    | 'opted_out'
    | 'mailbox_missing'
    | 'mailbox_reconnect_required'
    | 'no_people'
    | 'not_permitted';

export interface SalesAction {
    name: 'send_sales_email';
    group: 'email' | 'campaigns' | 'follow_up' | 'watch';
    reach: 'single' | 'pick_one' | 'group';
    enabled: boolean;
    reason: ActionReason | null;
}

export interface Person {
    id: string;
    objectName: 'Lead' | 'Contact';
    name: string;
    firstName: string | null;
    email: string | null;
    title: string | null;
    company: string | null;
    optedOut: boolean;
    role: string | null;
    isPrimary: boolean;
}

export interface PersonList {
    people: Person[];
}

export interface Panel {
    record: { id: string; objectName: 'Lead' | 'Contact' | 'Account' | 'Opportunity'; name: string } | null;
    person: Person | null;
    people: Person[];
    readiness: Readiness;
    user: { name: string | null; email: string; role: 'rep' | 'admin'; panelTourDone: boolean } | null;
    emailConnection: EmailConnection | null;
    actions: SalesAction[];
    salesEmails: SalesEmailList;
}

export type SalesEmailState =
    | 'draft'
    | 'scheduled'
    | 'queued'
    | 'sending'
    | 'sent'
    | 'uncertain'
    | 'failed'
    | 'cancelled'
    | 'bounced';

export type SalesEmailReason =
    | 'undo_window'
    | 'mailbox_busy'
    | 'mailbox_rate_limited'
    | 'mailbox_reconnect_required'
    | 'mailbox_disconnected'
    | 'provider_unavailable'
    | 'provider_refused'
    | 'recipient_refused'
    | 'message_too_large'
    | 'recipient_opted_out'
    | 'no_answer_from_provider'
    | 'found_in_sent_mail'
    | 'not_in_sent_mail'
    | 'marked_by_user'
    | 'retried_by_user'
    | 'cancelled_by_user'
    | 'user_deactivated';

export interface SalesEmailRow {
    id: string;
    subject: string;
    state: SalesEmailState;
    reason: SalesEmailReason | null;
    waitsUntil: string | null;
    canUndo: boolean;
    personId: string | null;
    personName: string | null;
    senderName: string | null;
    sentByMe: boolean;
    createdAt: string;
    sentAt: string | null;
}

export interface SalesEmailList {
    salesEmails: SalesEmailRow[];
    total: number;
    cursor: string | null;
}

export interface SalesforceLog {
    state: 'pending' | 'logged' | 'failed' | 'skipped';
    taskId: string | null;
    code: string | null;
    reason: string | null;
}

export interface SalesEmail extends SalesEmailRow {
    fromAddress: string | null;
    to: string | null;
    cc: string[];
    bcc: string[];
    html: string | null;
    history: { state: SalesEmailState; reason: SalesEmailReason | null; happenedAt: string }[];
    salesforce: SalesforceLog | null;
}

export interface Draft {
    recordId: string;
    personId: string;
    cc?: string[];
    bcc?: string[];
    subject: string;
    bodyHtml: string;
}

export interface SavedDraft {
    id: string;
    recordId: string;
    personId: string;
    personName: string | null;
    cc: string[];
    bcc: string[];
    subject: string;
    bodyHtml: string;
    updatedAt: string;
}

export interface Compose {
    from: { name: string | null; address: string } | null;
    signatureHtml: string;
    draft: SavedDraft | null;
    undoSeconds: number;
}

export interface Settlement {
    decision: 'look_again' | 'mark_as_sent' | 'send_again';
}

export interface User {
    id: string;
    email: string;
    name: string | null;
    role: 'rep' | 'admin';
    state: 'invited' | 'activated' | 'deactivated';
    mailbox: { provider: 'google' | 'microsoft'; address: string; state: 'connected' | 'reconnect_required' } | null;
    invitedAt: string;
    invitationSentAt: string | null;
    invitationError: string | null;
    activatedAt: string | null;
}

export interface UserList {
    users: User[];
}

export interface Invitations {
    emails: string[];
    role?: 'rep' | 'admin';
}

export interface InvitationResult {
    results: {
        email: string;
        outcome:
            | 'invited'
            | 'already_invited'
            | 'already_active'
            | 'in_other_instance'
            | 'not_an_address'
            | 'no_seat_left';
        user: User | null;
    }[];
}

export interface Me {
    id: string;
    email: string;
    name: string | null;
    role: 'rep' | 'admin';
    signatureHtml: string;
    panelTourDone: boolean;
}

export interface MeChange {
    signatureHtml?: string;
    panelTourDone?: boolean;
}
