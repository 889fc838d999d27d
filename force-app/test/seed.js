/** A service's answers as the tests start from; each call gives fresh ones. */
export const person = (changes) => ({
    id: '00Q000000000001EAA',
    objectName: 'Lead',
    name: 'Dana Whitfield',
    firstName: 'Dana',
    email: 'dana@globex.example',
    title: 'Director of Operations',
    company: 'Globex',
    optedOut: false,
    role: null,
    isPrimary: false,
    ...changes
});

export const row = (changes) => ({
    id: '11111111-1111-4111-8111-111111111111',
    subject: 'Pricing for 40 seats',
    state: 'sent',
    reason: null,
    waitsUntil: null,
    canUndo: false,
    personId: '00Q000000000001EAA',
    personName: 'Dana Whitfield',
    senderName: 'Rae Ortiz',
    sentByMe: true,
    createdAt: '2026-01-05T09:00:00Z',
    sentAt: '2026-01-05T09:00:10Z',
    ...changes
});

export const list = (...salesEmails) => ({ salesEmails, total: salesEmails.length, cursor: null });

export const connection = (changes) => ({
    id: '22222222-2222-4222-8222-222222222222',
    provider: 'google',
    address: 'rae@acme.example',
    state: 'connected',
    stateReason: null,
    missingScopes: [],
    waitingEmails: 0,
    ...changes
});

export const sendAction = (changes) => ({
    name: 'send_sales_email',
    group: 'email',
    reach: 'single',
    enabled: true,
    reason: null,
    ...changes
});

export const panel = (changes) => ({
    record: { id: '00Q000000000001EAA', objectName: 'Lead', name: 'Dana Whitfield' },
    person: person(),
    people: [],
    readiness: 'ready',
    user: { name: 'Rae Ortiz', email: 'rae@acme.example', role: 'rep', panelTourDone: true },
    emailConnection: connection(),
    actions: [sendAction()],
    salesEmails: list(row()),
    ...changes
});

export const compose = (changes) => ({
    from: { name: 'Rae Ortiz', address: 'rae@acme.example' },
    signatureHtml: '<p>Rae Ortiz</p>',
    draft: null,
    undoSeconds: 10,
    ...changes
});

export const savedDraft = (changes) => ({
    id: '33333333-3333-4333-8333-333333333333',
    recordId: '00Q000000000001EAA',
    personId: '00Q000000000001EAA',
    personName: 'Dana Whitfield',
    cc: ['omar@globex.example'],
    bcc: [],
    subject: 'Kept words',
    bodyHtml: '<p>Hi Dana</p>',
    updatedAt: '2026-01-05T09:00:00Z',
    ...changes
});
