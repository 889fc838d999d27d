/**
 * A service's answer as the tests start from, with what a test changes; each call gives a fresh one.
 * @template Answer
 * @typedef {(changes?: Partial<Answer>) => Answer} Seed
 */

/** @type {Seed<import('service').Person>} */
export const person = (changes) => ({
    id: '00Q000000000001EAA',
    objectName: 'Lead',
    name: 'Dana Whitfield',
    firstName: 'Dana',
    email: 'dana@globex.example',
    title: 'Director of Operations',
    company: 'Globex',
    optedOut: false,
    refusal: null,
    role: null,
    isPrimary: false,
    ...changes
});

/** @type {Seed<import('service').SalesEmailRow>} */
export const row = (changes) => ({
    id: '11111111-1111-4111-8111-111111111111',
    subject: 'Pricing for 40 seats',
    state: 'sent',
    reason: null,
    limit: null,
    refusedRecipients: [],
    waitsUntil: null,
    canUndo: false,
    personId: '00Q000000000001EAA',
    personName: 'Dana Whitfield',
    senderName: 'Rae Ortiz',
    sentByMe: true,
    copiedTo: null,
    threadId: null,
    canFollowUp: false,
    canReply: false,
    responses: null,
    createdAt: '2026-01-05T09:00:00Z',
    sentAt: '2026-01-05T09:00:10Z',
    salesforce: { state: 'logged', taskId: '00T000000000001AAA', code: null, reason: null },
    ...changes
});

/**
 * What came back to an email; nothing unless said.
 * @type {Seed<import('service').Responses>}
 */
export const responses = (changes) => ({
    repliedAt: null,
    repliedBy: null,
    autoRepliedAt: null,
    outOfOfficeUntil: null,
    delayedAt: null,
    bouncedAt: null,
    bounceKind: null,
    bounceReason: null,
    bounceReportRead: null,
    ...changes
});

/**
 * One thing that came back.
 * @type {Seed<import('service').Response>}
 */
export const response = (changes) => ({
    id: '77777777-7777-4777-8777-777777777777',
    kind: 'reply',
    fromAddress: 'dana@globex.example',
    fromRecipient: true,
    receivedAt: '2026-01-05T10:00:00Z',
    noticedAt: '2026-01-05T10:00:05Z',
    returnsOn: null,
    bounceKind: null,
    bounceReason: null,
    bounceReportRead: null,
    bounceCode: null,
    bouncedAddress: null,
    ...changes
});

/**
 * One email with everything that its detail shows.
 * @type {Seed<import('service').SalesEmail>}
 */
export const salesEmail = (changes) => ({
    ...row(),
    isLimited: false,
    fromAddress: 'rae@acme.example',
    to: 'dana@globex.example',
    cc: ['omar@globex.example', 'lin@globex.example'],
    bcc: [],
    html: '<p>Hi <b>Dana</b></p>',
    previewUrl: null,
    messageUrl: null,
    schedule: null,
    history: [
        { state: 'queued', reason: 'undo_window', happenedAt: '2026-01-05T08:59:50Z' },
        { state: 'queued', reason: 'mailbox_rate_limited', happenedAt: '2026-01-05T09:00:00Z' },
        { state: 'sent', reason: null, happenedAt: '2026-01-05T09:00:10Z' }
    ],
    responseList: [],
    unloggedWrites: [],
    content: [],
    attachments: [],
    ...changes
});

/** @param {import('service').SalesEmailRow[]} salesEmails @returns {import('service').SalesEmailList} */
export const list = (...salesEmails) => ({ salesEmails, drafts: [], total: salesEmails.length, cursor: null });

/** @type {Seed<import('service').DraftRow>} */
export const draftRow = (changes) => ({
    ...row({ id: '99999999-9999-4999-8999-999999999999', subject: 'Half written', state: 'draft', sentAt: null, salesforce: null }),
    recordId: '00Q000000000001EAA',
    updatedAt: '2026-01-05T09:30:00Z',
    ...changes
});

/** @type {Seed<import('service').EmailConnection>} */
export const connection = (changes) => ({
    id: '22222222-2222-4222-8222-222222222222',
    provider: 'google',
    address: 'rae@acme.example',
    state: 'connected',
    stateReason: null,
    missingScopes: [],
    capabilities: { settles: true, noticesReplies: true, readsBodies: false },
    missingCapabilities: [],
    watch: { state: 'watching', lastAliveAt: '2026-01-05T09:00:00Z' },
    waitingEmails: 0,
    trouble: null,
    ...changes
});

/** @type {Seed<import('service').SalesAction>} */
export const sendAction = (changes) => ({
    name: 'send_sales_email',
    group: 'email',
    reach: 'single',
    enabled: true,
    reason: null,
    ...changes
});

/**
 * The tab of emails as the first one, with what it shows.
 * @param {import('service').SalesEmailList} content @returns {import('service').PanelTab[]}
 */
export const emailsFirst = (content) => [{ name: 'sales_emails', count: content.total, content }];

/** @type {Seed<import('service').Panel>} */
export const panel = (changes) => ({
    record: { id: '00Q000000000001EAA', objectName: 'Lead', name: 'Dana Whitfield' },
    person: person(),
    people: [],
    readiness: 'ready',
    user: { name: 'Rae Ortiz', email: 'rae@acme.example', role: 'rep', panelTourDone: true },
    emailConnection: connection(),
    actions: [sendAction()],
    refused: [],
    tabs: emailsFirst(list(row())),
    ...changes
});

/** @type {Seed<import('service').TaskChoices>} */
export const taskChoices = (changes) => ({
    priorities: [
        { value: 'Normal', label: 'Normal', isDefault: true },
        { value: 'High', label: 'High', isDefault: false }
    ],
    assignees: [
        { id: '55555555-5555-4555-8555-555555555555', name: 'Rae Ortiz' },
        { id: '66666666-6666-4666-8666-666666666666', name: 'Noor Haddad' }
    ],
    ...changes
});

/** @type {Seed<import('service').TaskProgress>} */
export const taskProgress = (changes) => ({
    state: 'logged',
    taskId: '00T000000000001AAA',
    reason: null,
    written: { personId: null, subject: 'Call back', dueOn: null, priority: null, assigneeId: null, details: '' },
    ...changes
});

/** @type {Seed<import('service').Compose>} */
export const compose = (changes) => ({
    from: { name: 'Rae Ortiz', address: 'rae@acme.example' },
    signatureHtml: '<p>Rae Ortiz</p>',
    bodyStyle: 'font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5',
    identities: [],
    leavesAt: null,
    boundBy: null,
    tooManyWait: false,
    draft: null,
    lastSent: null,
    bounced: [],
    undoSeconds: 10,
    attachmentLimitBytes: 20_000_000,
    attachmentLimitReason: 'mail_servers',
    timeZone: 'Europe/Berlin',
    followUp: null,
    ...changes
});

/**
 * What an email begins with that follows another.
 * @type {Seed<import('service').FollowUp>}
 */
export const followUp = (changes) => ({
    followsEmailId: '55555555-5555-4555-8555-555555555555',
    answersResponseId: null,
    person: { id: '00Q000000000001EAA', name: 'Dana Whitfield', email: 'dana@globex.example' },
    cc: [],
    subject: 'Re: Pricing for 40 seats',
    identityId: null,
    quoteHtml: '<p>On 5 January 2026, Rae Ortiz wrote:</p><blockquote><p>Hi Dana</p></blockquote>',
    quoteProblem: null,
    ...changes
});

/** @type {Seed<import('service').SavedDraft>} */
export const savedDraft = (changes) => ({
    id: '33333333-3333-4333-8333-333333333333',
    recordId: '00Q000000000001EAA',
    personId: '00Q000000000001EAA',
    personName: 'Dana Whitfield',
    personEmail: 'dana@globex.example',
    cc: ['omar@globex.example'],
    bcc: [],
    subject: 'Kept words',
    bodyHtml: '<p>Hi Dana</p>',
    lostPictures: [],
    identityId: null,
    templateId: null,
    attachmentIds: [],
    attachments: [],
    schedule: null,
    followsEmailId: null,
    answersResponseId: null,
    updatedAt: '2026-01-05T09:00:00Z',
    refused: [],
    ...changes
});

/**
 * An address that a rep may send as: their mailbox, unless said otherwise.
 * @type {Seed<import('service').Identity>}
 */
export const identity = (changes) => ({
    id: '88888888-8888-4888-8888-888888888888',
    address: 'rae@acme.example',
    name: 'Rae Ortiz',
    signatureHtml: '<p>Rae Ortiz</p>',
    channel: 'mailbox',
    isDefault: true,
    isMailbox: true,
    verifiedAt: '2026-01-05T09:00:00Z',
    verificationSentAt: null,
    verificationError: null,
    isUsable: true,
    ...changes
});

/** @type {Seed<import('service').Me>} */
export const me = (changes) => ({
    id: '66666666-6666-4666-8666-666666666666',
    email: 'avery@acme.example',
    name: 'Avery Stone',
    role: 'admin',
    signatureHtml: '',
    panelTourDone: true,
    ...changes
});

/** @type {Seed<import('service').Profile>} */
export const profile = (changes) => ({
    name: 'Rae Ortiz',
    email: 'rae@acme.example',
    language: { chosen: null, salesforce: 'en' },
    locale: { chosen: null, salesforce: 'en-GB' },
    timeZone: { chosen: null, salesforce: 'Europe/London' },
    isStopped: false,
    health: { mailbox: connection(), replies: 'noticed', channel: 'mailbox', salesforce: 'connected' },
    identities: { identities: [identity()], limit: 10, teamSmtp: false, canImportSignature: false },
    ...changes
});

/** @type {Seed<import('service').OAuthClient>} */
export const oauthClient = (changes) => ({
    provider: 'google',
    ownedBy: 'service',
    clientId: 'msi-google',
    tenantId: null,
    redirectUris: ['https://service.example/oauth/google/callback'],
    updatedAt: null,
    mailboxes: 0,
    ...changes
});

/**
 * What an emergency stop did.
 * @type {Seed<import('service').KillSwitchReport>}
 */
export const stopReport = (changes) => ({
    id: '77777777-7777-4777-8777-777777777777',
    pressedBy: 'Avery Stone',
    pressedAt: '2026-01-05T09:00:00Z',
    finishedAt: '2026-01-05T09:00:30Z',
    grants: [
        {
            ownerName: 'Rae Ortiz',
            address: 'rae@acme.example',
            provider: 'google',
            shreddedAt: '2026-01-05T09:00:10Z',
            revokedAt: '2026-01-05T09:00:12Z',
            note: null
        }
    ],
    cancelledEmails: 3,
    ...changes
});

/** @type {Seed<import('service').LiveFeedItem>} */
export const feedItem = (changes) => ({
    id: '55555555-5555-4555-8555-555555555555',
    kind: 'email_replied',
    happenedAt: '2026-01-05T09:20:00Z',
    isNew: true,
    isSettled: false,
    person: { id: '00Q000000000001EAA', name: 'Dana Whitfield' },
    record: { id: '00Q000000000001EAA', objectName: 'Lead' },
    salesEmailId: '11111111-1111-4111-8111-111111111111',
    contentName: null,
    subject: 'Pricing for 40 seats',
    ...changes
});

/** @type {Seed<import('service').LiveFeed>} */
export const liveFeed = (changes) => {
    const items = changes?.items ?? [feedItem()];
    return {
        items,
        unseen: items.filter(({ isNew }) => isNew).length,
        newestAt: '2026-01-05T09:20:30.000Z',
        cursor: null,
        mailbox: { provider: 'google', address: 'rae@acme.example', state: 'connected', stateReason: null },
        isStopped: false,
        ...changes
    };
};

/** @type {Seed<import('service').TemplateRow>} */
export const templateRow = (changes) => ({
    id: '77777777-7777-4777-8777-777777777777',
    name: 'Pricing',
    subject: 'What 40 seats cost',
    categoryId: '88888888-8888-4888-8888-888888888888',
    categoryName: 'General',
    owner: { id: '33333333-3333-4333-8333-333333333333', name: 'Rae Ortiz' },
    isMine: true,
    canEdit: true,
    sharedWith: { everyone: false, teams: [] },
    isFavourite: false,
    isArchived: false,
    isNonCommercial: false,
    lastUsedAt: null,
    sent: 0,
    replied: 0,
    updatedAt: '2026-01-05T09:00:00Z',
    ...changes
});

/** @type {Seed<import('service').Template>} */
export const template = (changes) => ({
    ...templateRow(),
    bodyHtml: '<p>Hello {{first_name}}</p>',
    notes: '',
    criteria: { join: 'all', list: [] },
    version: 1,
    statistics: { sent: 0, replied: 0, bounced: 0, people: 0, lastUsedAt: null },
    ...changes
});

/** @type {Seed<import('service').TemplateCategory>} */
export const templateCategory = (changes) => ({
    id: '88888888-8888-4888-8888-888888888888',
    name: 'General',
    templates: 1,
    canChange: true,
    mayShareInto: true,
    grants: { everyone: false, teams: [] },
    ...changes
});

/** @type {Seed<import('service').TemplateCategories>} */
export const templateDirectory = (changes) => ({
    categories: [templateCategory()],
    pinned: [],
    restrictsSharing: true,
    teams: [],
    bodyStyle: 'font-family:Arial,sans-serif;font-size:10.5pt',
    ...changes
});

/** @type {Seed<import('service').BulkPerson>} */
export const bulkPerson = (changes) => ({
    personId: '00Q000000000001EAA',
    personName: 'Dana Whitfield',
    email: 'dana@globex.example',
    hasOwnWords: false,
    sendsDespiteBounce: false,
    ...changes
});

/**
 * A draft to three people.
 * @type {Seed<import('service').BulkEmail>}
 */
export const bulkEmail = (changes) => ({
    id: '55555555-5555-4555-8555-555555555555',
    recordId: null,
    recordName: null,
    state: 'draft',
    version: 4,
    updatedAt: '2026-01-05T09:30:00Z',
    subject: 'Pricing',
    bodyHtml: '<p>Hello {{first_name}}</p>',
    identityId: null,
    templateId: null,
    attachmentIds: [],
    attachments: [],
    schedule: null,
    people: [
        bulkPerson(),
        bulkPerson({ personId: '00Q000000000002EAA', personName: 'Lin Zhao', email: 'lin@globex.example' }),
        bulkPerson({ personId: '00Q000000000003EAA', personName: 'Omar Reyes', email: null })
    ],
    sender: {
        from: { name: 'Rae Ortiz', address: 'rae@acme.example' },
        signatureHtml: '<p>Rae</p>',
        bodyStyle: 'font-family:Arial',
        identities: [],
        undoSeconds: 10,
        attachmentLimitBytes: 20_000_000,
        attachmentLimitReason: 'mail_servers',
        timeZone: 'America/Los_Angeles'
    },
    ...changes
});

/** @type {Seed<import('service').CheckedRecipient>} */
export const checkedRecipient = (changes) => ({
    personId: '00Q000000000001EAA',
    reason: null,
    sameAddressAs: null,
    bouncedAt: null,
    unresolved: [],
    blank: [],
    prompts: [],
    ...changes
});

/**
 * Of the draft above: two get it, and one has no address.
 * @type {Seed<import('service').BulkCheck>}
 */
export const bulkCheck = (changes) => ({
    people: [
        checkedRecipient(),
        checkedRecipient({ personId: '00Q000000000002EAA' }),
        checkedRecipient({ personId: '00Q000000000003EAA', reason: 'no_email_address' })
    ],
    willGet: 2,
    firstLeavesAt: null,
    lastLeavesAt: null,
    boundBy: null,
    tooManyWait: false,
    ...changes
});

/** @type {Seed<import('service').BulkProgress>} */
export const bulkProgress = (changes) => ({
    id: '55555555-5555-4555-8555-555555555555',
    subject: 'Pricing',
    recordId: null,
    recordName: null,
    acceptedAt: '2026-01-05T09:30:00Z',
    schedule: null,
    accepted: 2,
    waiting: 1,
    lastLeavesAt: null,
    tooManyWait: false,
    people: [
        {
            personId: '00Q000000000001EAA',
            personName: 'Dana Whitfield',
            email: 'dana@globex.example',
            salesEmailId: '11111111-1111-4111-8111-111111111111',
            state: 'sent',
            reason: null,
            notSentBecause: null
        },
        {
            personId: '00Q000000000002EAA',
            personName: 'Lin Zhao',
            email: 'lin@globex.example',
            salesEmailId: '22222222-2222-4222-8222-222222222222',
            state: 'queued',
            reason: 'minute_limit',
            notSentBecause: null
        },
        {
            personId: '00Q000000000003EAA',
            personName: 'Omar Reyes',
            email: null,
            salesEmailId: null,
            state: null,
            reason: null,
            notSentBecause: 'no_email_address'
        }
    ],
    ...changes
});

/** @type {Seed<import('service').Content>} */
export const content = (changes) => ({
    id: '99999999-9999-4999-8999-999999999901',
    name: 'Pricing.pdf',
    type: 'application/pdf',
    size: 400_000,
    state: 'ready',
    stateReason: null,
    pageCount: 8,
    isShared: false,
    isMine: true,
    ownerName: 'Rae Ortiz',
    createdAt: '2026-01-05T09:00:00Z',
    address: 'https://service.example/content/in/00D000000000001EAA.99999999-9999-4999-8999-999999999901',
    people: 0,
    lastViewedAt: null,
    ...changes
});

/** @type {Seed<import('service').SalesEmail['content'][number]>} */
export const viewedContent = (changes) => ({
    id: '99999999-9999-4999-8999-999999999901',
    name: 'Pricing.pdf',
    isTracked: true,
    isGone: false,
    pageCount: 8,
    opens: 0,
    downloads: 0,
    pages: [],
    lastViewedAt: null,
    ...changes
});
