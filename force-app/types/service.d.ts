// Generated from the service's OpenAPI document by "npm run types:service". Change the zod schemas instead.

export interface paths {
    "/v1/compose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything the compose window opens with */
        get: {
            parameters: {
                query: {
                    recordId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Compose"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Save a draft */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedDraft"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Discard a draft */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/email-connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mailboxes of the caller */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmailConnectionList"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/email-connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Disconnect a mailbox */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": null;
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/email-connections/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Connect a mailbox: a link for a new window */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider: "google" | "microsoft";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConsentLink"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change signature or tour */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MeChange"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/onboarding/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where a rep who is not ready goes on: a link for a new window
         * @description Works once, for a minute. It leads to the step that the rep has reached.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConsentLink"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/panel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything the panel shows first */
        get: {
            parameters: {
                query: {
                    recordId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Panel"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of a record, or whoever fits what was typed */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    recordId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonList"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales-emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sales emails of a record, newest first */
        get: {
            parameters: {
                query: {
                    cursor?: string;
                    recordId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SalesEmailList"];
                    };
                };
                /** @description Default Response */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": null;
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Send Sales Email */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SalesEmailRow"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales-emails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sales email with its history */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SalesEmail"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales-emails/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo, or cancel an email that waits */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SalesEmailRow"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales-emails/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a failed email again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SalesEmailRow"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales-emails/{id}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about an email of unknown outcome */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Settlement"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SalesEmailRow"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a token that Apex signed for a session
         * @description Send `Authorization: PanelToken <jwt>`. Any other route accepts the same on a first request and answers with the session in headers.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PanelSession"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody in this org */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserList"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/deactivation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a user's access */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the welcome email again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/reactivation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give access back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite people */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Invitations"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationResult"];
                    };
                };
                /** @description Failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        ActionReason: "no_email_address" | "opted_out" | "mailbox_missing" | "mailbox_reconnect_required" | "no_people" | "not_permitted";
        Compose: {
            draft: components["schemas"]["SavedDraft"] | null;
            from: {
                address: string;
                name: string | null;
            } | null;
            signatureHtml: string;
            undoSeconds: number;
        };
        ConsentLink: {
            /** Format: uri */
            url: string;
        };
        Draft: {
            /** @default [] */
            bcc?: string[];
            bodyHtml: string;
            /** @default [] */
            cc?: string[];
            /** @description The Lead or Contact in To */
            personId: string;
            /** @description The record whose page the rep acts from */
            recordId: string;
            subject: string;
        };
        EmailConnection: {
            address: string;
            /** Format: uuid */
            id: string;
            missingScopes: string[];
            /** @enum {string} */
            provider: "google" | "microsoft";
            /** @enum {string} */
            state: "connected" | "reconnect_required" | "disconnected";
            stateReason: ("revoked" | "expired" | "password_changed" | "admin_blocked" | "disconnected_by_user" | "scope_missing" | "unknown") | null;
            /** @description Sales emails that wait for this mailbox */
            waitingEmails: number;
        };
        EmailConnectionList: {
            emailConnections: components["schemas"]["EmailConnection"][];
        };
        InvitationResult: {
            results: {
                email: string;
                /** @enum {string} */
                outcome: "invited" | "already_invited" | "already_active" | "in_other_instance" | "not_an_address" | "no_seat_left";
                user: components["schemas"]["User"] | null;
            }[];
        };
        Invitations: {
            emails: string[];
            /**
             * @default rep
             * @enum {string}
             */
            role?: "rep" | "admin";
        };
        Me: {
            email: string;
            /** Format: uuid */
            id: string;
            name: string | null;
            panelTourDone: boolean;
            /** @enum {string} */
            role: "rep" | "admin";
            signatureHtml: string;
        };
        MeChange: {
            panelTourDone?: boolean;
            signatureHtml?: string;
        };
        Panel: {
            actions: components["schemas"]["SalesAction"][];
            emailConnection: components["schemas"]["EmailConnection"] | null;
            /** @description Related people of an Account or Opportunity */
            people: components["schemas"]["Person"][];
            person: components["schemas"]["Person"] | null;
            readiness: components["schemas"]["Readiness"];
            record: {
                id: string;
                name: string;
                /** @enum {string} */
                objectName: "Lead" | "Contact" | "Account" | "Opportunity";
            } | null;
            salesEmails: components["schemas"]["SalesEmailList"];
            user: {
                email: string;
                name: string | null;
                panelTourDone: boolean;
                /** @enum {string} */
                role: "rep" | "admin";
            } | null;
        };
        PanelSession: {
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            expiresAt: string;
            token: string;
        };
        Person: {
            company: string | null;
            email: string | null;
            firstName: string | null;
            id: string;
            isPrimary: boolean;
            name: string;
            /** @enum {string} */
            objectName: "Lead" | "Contact";
            optedOut: boolean;
            /** @description Contact role on the Opportunity, when asked from one */
            role: string | null;
            title: string | null;
        };
        PersonList: {
            people: components["schemas"]["Person"][];
        };
        Problem: {
            code: string;
            detail?: string;
            errors?: {
                code: string;
                detail: string;
                in: string;
                pointer: string;
            }[];
            requestId?: string;
            /** Format: date-time */
            retryAt?: string;
            status: number;
            title: string;
            type: string;
        };
        /** @enum {string} */
        Readiness: "ready" | "not_invited" | "not_activated" | "api_disabled" | "salesforce_disconnected" | "mailbox_missing" | "mailbox_reconnect_required";
        SalesAction: {
            enabled: boolean;
            /** @enum {string} */
            group: "email" | "campaigns" | "follow_up" | "watch";
            /** @enum {string} */
            name: "send_sales_email";
            /**
             * @description pick_one: the rep chooses one of the related people first
             * @enum {string}
             */
            reach: "single" | "pick_one" | "group";
            reason: components["schemas"]["ActionReason"] | null;
        };
        SalesEmail: {
            bcc: string[];
            canUndo: boolean;
            cc: string[];
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            createdAt: string;
            fromAddress: string | null;
            history: {
                /**
                 * Format: date-time
                 * @description UTC, ISO 8601
                 */
                happenedAt: string;
                reason: components["schemas"]["SalesEmailReason"] | null;
                state: components["schemas"]["SalesEmailState"];
            }[];
            /** @description The exact HTML that left, or that would leave */
            html: string | null;
            /** Format: uuid */
            id: string;
            personId: string | null;
            personName: string | null;
            /** @description The same HTML for a sandboxed frame, for 5 minutes; null when there is none */
            previewUrl: string | null;
            reason: components["schemas"]["SalesEmailReason"] | null;
            salesforce: {
                code: string | null;
                reason: string | null;
                /** @enum {string} */
                state: "pending" | "logged" | "failed" | "skipped";
                taskId: string | null;
            } | null;
            senderName: string | null;
            sentAt: string | null;
            sentByMe: boolean;
            state: components["schemas"]["SalesEmailState"];
            subject: string;
            to: string | null;
            waitsUntil: string | null;
        };
        SalesEmailList: {
            cursor: string | null;
            salesEmails: components["schemas"]["SalesEmailRow"][];
            total: number;
        };
        /** @enum {string} */
        SalesEmailReason: "undo_window" | "mailbox_busy" | "mailbox_rate_limited" | "mailbox_reconnect_required" | "mailbox_disconnected" | "provider_unavailable" | "provider_refused" | "recipient_refused" | "message_too_large" | "recipient_opted_out" | "no_answer_from_provider" | "found_in_sent_mail" | "not_in_sent_mail" | "marked_by_user" | "retried_by_user" | "cancelled_by_user" | "user_deactivated";
        SalesEmailRow: {
            canUndo: boolean;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            createdAt: string;
            /** Format: uuid */
            id: string;
            personId: string | null;
            personName: string | null;
            reason: components["schemas"]["SalesEmailReason"] | null;
            senderName: string | null;
            sentAt: string | null;
            sentByMe: boolean;
            state: components["schemas"]["SalesEmailState"];
            subject: string;
            waitsUntil: string | null;
        };
        /** @enum {string} */
        SalesEmailState: "draft" | "scheduled" | "queued" | "sending" | "sent" | "uncertain" | "failed" | "cancelled" | "bounced";
        SavedDraft: {
            bcc: string[];
            bodyHtml: string;
            cc: string[];
            /** Format: uuid */
            id: string;
            personId: string;
            personName: string | null;
            recordId: string;
            subject: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            updatedAt: string;
        };
        Settlement: {
            /** @enum {string} */
            decision: "look_again" | "mark_as_sent" | "send_again";
        };
        User: {
            activatedAt: string | null;
            email: string;
            /** Format: uuid */
            id: string;
            invitationError: string | null;
            invitationSentAt: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            invitedAt: string;
            mailbox: {
                address: string;
                /** @enum {string} */
                provider: "google" | "microsoft";
                /** @enum {string} */
                state: "connected" | "reconnect_required";
            } | null;
            name: string | null;
            /** @enum {string} */
            role: "rep" | "admin";
            /** @enum {string} */
            state: "invited" | "activated" | "deactivated";
        };
        UserList: {
            users: components["schemas"]["User"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type ActionReason = components['schemas']['ActionReason'];
export type Compose = components['schemas']['Compose'];
export type ConsentLink = components['schemas']['ConsentLink'];
export type Draft = components['schemas']['Draft'];
export type EmailConnection = components['schemas']['EmailConnection'];
export type EmailConnectionList = components['schemas']['EmailConnectionList'];
export type InvitationResult = components['schemas']['InvitationResult'];
export type Invitations = components['schemas']['Invitations'];
export type Me = components['schemas']['Me'];
export type MeChange = components['schemas']['MeChange'];
export type Panel = components['schemas']['Panel'];
export type PanelSession = components['schemas']['PanelSession'];
export type Person = components['schemas']['Person'];
export type PersonList = components['schemas']['PersonList'];
export type Problem = components['schemas']['Problem'];
export type Readiness = components['schemas']['Readiness'];
export type SalesAction = components['schemas']['SalesAction'];
export type SalesEmail = components['schemas']['SalesEmail'];
export type SalesEmailList = components['schemas']['SalesEmailList'];
export type SalesEmailReason = components['schemas']['SalesEmailReason'];
export type SalesEmailRow = components['schemas']['SalesEmailRow'];
export type SalesEmailState = components['schemas']['SalesEmailState'];
export type SavedDraft = components['schemas']['SavedDraft'];
export type Settlement = components['schemas']['Settlement'];
export type User = components['schemas']['User'];
export type UserList = components['schemas']['UserList'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
