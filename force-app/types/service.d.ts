// Generated from the service's OpenAPI document by "npm run types:service". Change the zod schemas instead.

export interface paths {
    "/v1/bulk-emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own emails to many people: drafts, and what is under way */
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
                        "application/json": components["schemas"]["BulkEmailList"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        put?: never;
        /** Begin an email to many people */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewBulkEmail"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BulkEmail"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `salesforce_reconnect_required`, `api_disabled`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-emails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An email to many people */
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
                        "application/json": components["schemas"]["BulkEmail"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        put?: never;
        post?: never;
        /** Discard a draft to many people */
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `bulk_email_accepted`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-emails/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who will get it and who will not, and when it leaves */
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
                        "application/json": components["schemas"]["BulkCheck"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `salesforce_reconnect_required`, `api_disabled`, `bulk_email_accepted`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
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
    "/v1/bulk-emails/{id}/own-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The words for all for everybody */
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `bulk_email_accepted`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-emails/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** More people for it */
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
                    "application/json": components["schemas"]["MorePeople"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BulkEmail"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `salesforce_reconnect_required`, `api_disabled`, `bulk_email_accepted`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-emails/{id}/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** One person less */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    personId: string;
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `bulk_email_accepted`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-emails/{id}/people/{personId}/despite-bounce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Whether one person gets it though an email came back */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DespiteBounce"];
                };
            };
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `bulk_email_accepted`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-emails/{id}/people/{personId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** It as it would leave for one person */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    personId: string;
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
                        "application/json": components["schemas"]["DraftPreview"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `salesforce_reconnect_required`, `api_disabled`, `bulk_email_accepted`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `text_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
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
    "/v1/bulk-emails/{id}/people/{personId}/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The words for one person */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    personId: string;
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
                        "application/json": components["schemas"]["OwnWordsOutput"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `bulk_email_accepted`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        /** Own words for one person */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OwnWords"];
                };
            };
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `bulk_email_accepted`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `too_large`, `text_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        /** The words for all for this person again */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    personId: string;
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `bulk_email_accepted`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-emails/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far it is */
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
                        "application/json": components["schemas"]["BulkProgress"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
    "/v1/bulk-emails/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it to all who can get it */
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
                    "application/json": components["schemas"]["BulkSend"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BulkProgress"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `mailbox_missing`, `mailbox_reconnect_required`, `identity_not_verified`, `team_smtp_missing`, `salesforce_reconnect_required`, `api_disabled`, `file_gone`, `org_stopped`, `nobody_gets_it`, `bulk_email_changed`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `too_large`, `pictures_too_large`, `files_too_large_for_email`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: components["responses"]["UnsupportedMediaType"];
                /** @description One of: `picture_not_sendable`, `content_gone`. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-emails/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel what waits of it */
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
                        "application/json": components["schemas"]["BulkProgress"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-emails/{id}/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Save the words for all */
        put: {
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
                    "application/json": components["schemas"]["SaveBulkWords"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedBulkWords"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `bulk_email_accepted`, `bulk_email_changed`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `too_large`, `text_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
                    /** @description The own email that it follows */
                    followsEmailId?: string;
                    recordId: string;
                    /** @description It answers the newest reply to that email */
                    reply?: "true";
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `not_followable`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
    "/v1/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own and shared content, the newest first */
        get: {
            parameters: {
                query?: {
                    scope?: "all" | "mine" | "shared";
                    /** @description Words that its name has, all of them, whatever their case */
                    search?: string;
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
                        "application/json": components["schemas"]["ContentList"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        put?: never;
        /** Put a file into the library */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewContent"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Content"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `content_full`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/content/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a content; its links in emails end */
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        /** Rename or share an own content */
        patch: {
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
                    "application/json": components["schemas"]["ContentChange"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Content"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                413: components["responses"]["ContentTooLarge"];
                /** @description One of: `unsupported_media_type`, `file_type_refused`. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        trace?: never;
    };
    "/v1/content/{id}/view-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where a rep sees it as recipients do */
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
                        "application/json": components["schemas"]["ContentViewLink"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                /** @description One of: `too_large`, `text_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": null;
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft as it would leave for one person */
        get: {
            parameters: {
                query?: {
                    /** @description Left out: the person in To */
                    personId?: string;
                };
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
                        "application/json": components["schemas"]["DraftPreview"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `salesforce_reconnect_required`, `api_disabled`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `text_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
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
    "/v1/dynamic-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dynamic fields for an email */
        get: {
            parameters: {
                query?: {
                    /** @description The record whose page the rep acts from; left out: fields of all objects */
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
                        "application/json": components["schemas"]["DynamicFieldList"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `salesforce_reconnect_required`, `api_disabled`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
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
    "/v1/dynamic-fields/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the dynamic fields of an email come to for each person */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TextToCheck"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FieldCheck"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `salesforce_reconnect_required`, `api_disabled`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `too_large`, `text_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/email-font": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The font that emails are written and sent in */
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
                        "application/json": components["schemas"]["EmailFontPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        /** Choose the font of emails */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EmailFont"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmailFontPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/email-visibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What colleagues see of each other’s emails */
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
                        "application/json": components["schemas"]["EmailVisibilityPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        /** Decide what colleagues see of each other’s emails */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EmailVisibility"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmailVisibilityPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a file that no email has */
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `file_in_use`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/files/upload-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where a file for emails can be sent to */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewFile"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UploadLink"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                /** @description One of: `too_large`, `file_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `unsupported_media_type`, `file_type_refused`. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `rate_limited`, `file_quota_reached`. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** From addresses of the caller, the mailbox first */
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
                        "application/json": components["schemas"]["IdentityList"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        put?: never;
        /** Add a From address; it gets a verification email */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewIdentity"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Identity"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                /** @description One of: `identity_exists`, `identity_limit_reached`, `team_smtp_missing`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `too_large`, `text_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: components["responses"]["UnsupportedMediaType"];
                /** @description One of: `rate_limited`, `letter_quota_reached`. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                500: components["responses"]["Unexpected"];
                /** @description One of: `mailbox_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `mailbox_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a From address */
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `mailbox_identity_fixed`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        /** Change name, signature, channel or default */
        patch: {
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
                    "application/json": components["schemas"]["IdentityChange"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Identity"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `mailbox_identity_fixed`, `identity_not_verified`, `channel_not_possible`, `team_smtp_missing`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `too_large`, `text_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        trace?: never;
    };
    "/v1/identities/{id}/signature-import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take over the signature from Gmail */
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
                        "application/json": components["schemas"]["Identity"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `signature_import_unavailable`, `signature_missing`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `text_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `mailbox_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `mailbox_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identities/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the verification email again */
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
                        "application/json": components["schemas"]["Identity"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `already_verified`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `rate_limited`, `letter_quota_reached`. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/kill-switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the org stopped, and what did the last press end */
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
                        "application/json": components["schemas"]["KillSwitch"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        put?: never;
        /**
         * Stop everything and end every grant
         * @description Needs the name of the org, typed by the admin. Within a minute every grant is revoked and destroyed; ask with GET.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["KillSwitchPress"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KillSwitch"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                /** @description One of: `name_differs`. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        /** Let people connect again */
        delete: {
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
                        "application/json": components["schemas"]["KillSwitch"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                /** @description One of: `kill_switch_running`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/list-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List views of Leads or Contacts */
        get: {
            parameters: {
                query: {
                    object: "Lead" | "Contact";
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
                        "application/json": components["schemas"]["ListViews"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `salesforce_reconnect_required`, `api_disabled`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
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
    "/v1/list-views/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who stands first in a list view */
        get: {
            parameters: {
                query: {
                    object: "Lead" | "Contact";
                };
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
                        "application/json": components["schemas"]["ListedPeople"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `salesforce_reconnect_required`, `api_disabled`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
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
    "/v1/live-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to the caller's emails and connections, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
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
                        "application/json": components["schemas"]["LiveFeed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
    "/v1/live-feed/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark the live feed as seen until a time */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SeenUntil"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Unseen"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mailbox-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the product may do in mailboxes */
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
                        "application/json": components["schemas"]["MailboxPolicyOutput"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        /**
         * Decide what the product may do in mailboxes
         * @description Less counts at once. More is asked of each rep with the next Reconnect.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailboxPolicy"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailboxPolicyOutput"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mailboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Health of every mailbox of the org */
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
                        "application/json": components["schemas"]["MailboxHealthList"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `too_large`, `text_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        trace?: never;
    };
    "/v1/microsoft-admin-consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the Microsoft administrator last answered */
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
                        "application/json": components["schemas"]["AdminConsent"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        put?: never;
        /** Allow the app for your whole Microsoft tenant: a link for a new window */
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** With which OAuth clients mailboxes are connected */
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
                        "application/json": components["schemas"]["OAuthClientList"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
    "/v1/oauth-clients/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Use an OAuth client of your own
         * @description Another client id makes mailboxes of the earlier client need a Reconnect; another secret alone does not.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider: "google" | "microsoft";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OAuthClientChange"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OAuthClient"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `org_stopped`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        /** Go back to the OAuth client of the service */
        delete: {
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
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": null;
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
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
         * @description Works once, for a minute. It leads to the step that the rep has reached. Who is invited gets a link that names nobody and leads to the sign-in.
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/opt-out-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happens to emails to people whose opt-out nobody can see */
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
                        "application/json": components["schemas"]["OptOutPolicyPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        /** Decide about people whose opt-out nobody can see */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OptOutPolicy"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OptOutPolicyPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/org-trust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates and Lightning address of the org */
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
                        "application/json": components["schemas"]["OrgTrust"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `salesforce_reconnect_required`, `api_disabled`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `salesforce_reconnect_required`, `api_disabled`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
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
    "/v1/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a picture for an email */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPicture"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Picture"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                /** @description One of: `too_large`, `picture_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `unsupported_media_type`, `picture_type_refused`. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `rate_limited`, `picture_quota_reached`. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pinned-template-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pin up to five categories, in one’s own order */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PinnedTemplateCategories"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PinnedTemplateCategoriesOutput"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's profile */
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
                        "application/json": components["schemas"]["Profile"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        /** Choose language, locale and time zone */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProfileChange"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Profile"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/profile/api-access-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask Salesforce whether the caller may use its API */
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
                        "application/json": components["schemas"]["Profile"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `mailbox_missing`, `mailbox_reconnect_required`, `org_stopped`, `identity_not_verified`, `team_smtp_missing`, `recipient_opted_out`, `opt_out_unknown`, `no_email_address`, `not_followable`, `person_unknown`, `look_first`, `accepted_before`, `salesforce_reconnect_required`, `api_disabled`, `file_gone`, `prompts_left`, `fields_unresolved`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `too_large`, `pictures_too_large`, `files_too_large_for_email`, `text_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: components["responses"]["UnsupportedMediaType"];
                /** @description One of: `idempotency_key_reused`, `picture_not_sendable`, `content_gone`. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `salesforce_reconnect_required`, `api_disabled`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `already_left`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales-emails/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write an email that came back again, as a draft */
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
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedDraft"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `not_bounced`, `draft_kept`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `mailbox_missing`, `mailbox_reconnect_required`, `identity_not_verified`, `team_smtp_missing`, `recipient_opted_out`, `opt_out_unknown`, `salesforce_reconnect_required`, `api_disabled`, `file_gone`, `no_email_address`, `not_failed`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `pictures_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `picture_not_sendable`, `content_gone`. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales-emails/{id}/salesforce-retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write to Salesforce again what it refused of an email */
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
                        "application/json": components["schemas"]["RetriedWrites"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales-emails/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Another time for a scheduled email */
        put: {
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
                    "application/json": components["schemas"]["Schedule"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `already_left`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales-emails/{id}/send-now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a scheduled email at once */
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `already_left`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `recipient_opted_out`, `opt_out_unknown`, `already_settled`, `still_looking`, `mailbox_reconnect_required`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a time to leave comes to */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CheckedSchedule"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/security-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to the org's security, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    from?: string;
                    kind?: "org_registered" | "administrator_sign_in" | "panel_token_refused" | "panel_token_replayed" | "sign_in_refused" | "user_activated" | "user_invited" | "role_changed" | "user_deactivated" | "user_reactivated" | "team_created" | "team_renamed" | "team_deleted" | "team_member_added" | "team_member_removed" | "grants_ended" | "certificate_uploaded" | "certificate_revoked" | "lightning_origin_changed" | "team_smtp_changed" | "oauth_client_changed" | "mailbox_policy_changed" | "opt_out_policy_changed" | "email_visibility_changed" | "email_font_changed" | "welcome_letter_changed" | "template_sharing_changed" | "kill_switch_pressed" | "kill_switch_lifted";
                    outcome?: "done" | "refused";
                    person?: string;
                    to?: string;
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
                        "application/json": components["schemas"]["SecurityEventList"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
    "/v1/security-events/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV: the newest 10,000 that fit */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    kind?: "org_registered" | "administrator_sign_in" | "panel_token_refused" | "panel_token_replayed" | "sign_in_refused" | "user_activated" | "user_invited" | "role_changed" | "user_deactivated" | "user_reactivated" | "team_created" | "team_renamed" | "team_deleted" | "team_member_added" | "team_member_removed" | "grants_ended" | "certificate_uploaded" | "certificate_revoked" | "lightning_origin_changed" | "team_smtp_changed" | "oauth_client_changed" | "mailbox_policy_changed" | "opt_out_policy_changed" | "email_visibility_changed" | "email_font_changed" | "welcome_letter_changed" | "template_sharing_changed" | "kill_switch_pressed" | "kill_switch_lifted";
                    outcome?: "done" | "refused";
                    person?: string;
                    to?: string;
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
                        "text/csv": string;
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
    "/v1/sending-forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the last of what waits would leave, and of so many more */
        get: {
            parameters: {
                query?: {
                    more?: number;
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
                        "application/json": components["schemas"]["SendingForecast"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
    "/v1/sending-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much may leave */
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
                        "application/json": components["schemas"]["SendingLimitsPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        /** Change how much may leave */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SendingLimits"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SendingLimitsPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a task to Salesforce */
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
                    "application/json": components["schemas"]["NewTask"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AcceptedTask"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `salesforce_reconnect_required`, `api_disabled`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has become of a task */
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
                        "application/json": components["schemas"]["TaskProgress"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        put?: never;
        post?: never;
        /** Dismiss a task that Salesforce refused */
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/new": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the window for a new task offers */
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
                        "application/json": components["schemas"]["TaskChoices"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `salesforce_reconnect_required`, `api_disabled`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
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
    "/v1/team-smtp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The team's mail server */
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
                        "application/json": components["schemas"]["TeamSmtpPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        /** Send through a mail server of the team */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamSmtpChange"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamSmtpPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        /** Forget the team's mail server */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/team-smtp/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test email */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamSmtpTest"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamSmtpTestResult"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All teams of this org */
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
                        "application/json": components["schemas"]["TeamList"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        put?: never;
        /** Create a team */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamWords"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Team"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                /** @description One of: `team_name_taken`, `team_limit_reached`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One team with its members */
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
                        "application/json": components["schemas"]["TeamPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        put?: never;
        post?: never;
        /** Delete a team; its members stay users */
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        /** Rename a team */
        patch: {
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
                    "application/json": components["schemas"]["TeamWords"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Team"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `team_name_taken`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        trace?: never;
    };
    "/v1/teams/{id}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Add somebody to a team */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    userId: string;
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
                        "application/json": components["schemas"]["TeamPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `user_deactivated`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        /** Take somebody out of a team */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    userId: string;
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
                        "application/json": components["schemas"]["TeamPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Categories of templates */
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
                        "application/json": components["schemas"]["TemplateCategories"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        put?: never;
        /** Create a category */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TemplateCategoryWords"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateCategory"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                /** @description One of: `category_name_taken`, `category_limit_reached`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template-categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename a category */
        put: {
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
                    "application/json": components["schemas"]["TemplateCategoryWords"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateCategory"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                /** @description One of: `not_activated`, `not_invited`, `admins_only`, `admin_permission_missing`, `package_outdated`, `category_not_yours`. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                /** @description One of: `category_name_taken`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        /** Delete an empty category */
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                /** @description One of: `not_activated`, `not_invited`, `admins_only`, `admin_permission_missing`, `package_outdated`, `category_not_yours`. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                /** @description One of: `category_in_use`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template-categories/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Who may share into a category while sharing is restricted */
        put: {
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
                    "application/json": components["schemas"]["TemplateCategoryGrants"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateCategory"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template-picker": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What compose offers to write from */
        get: {
            parameters: {
                query: {
                    categoryId?: string;
                    cursor?: string;
                    /** @description For whom templates are recommended */
                    personId?: string;
                    recordId: string;
                    search?: string;
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
                        "application/json": components["schemas"]["TemplatePicker"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
    "/v1/template-sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Whether only admins share into categories that are granted to nobody */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TemplateSharingPolicy"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateSharingPolicyOutput"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates */
        get: {
            parameters: {
                query?: {
                    /** @description TP-9, for admins: the list as this user sees it */
                    asUserId?: string;
                    categoryId?: string;
                    cursor?: string;
                    /** @description Words in any order, in name, subject and text; case and accents do not count */
                    search?: string;
                    sort?: "name" | "updated" | "used" | "sent";
                    view?: "all" | "mine" | "favourites" | "shared" | "unshared" | "unused" | "archived";
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
                        "application/json": components["schemas"]["TemplateList"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        put?: never;
        /** Create a template */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewTemplate"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Template"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `template_limit_reached`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `too_large`, `text_too_large`, `pictures_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: components["responses"]["UnsupportedMediaType"];
                /** @description One of: `picture_not_sendable`. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One template with its words and statistics */
        get: {
            parameters: {
                query?: {
                    /** @description TP-9, for admins: as this user sees it */
                    asUserId?: string;
                };
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
                        "application/json": components["schemas"]["Template"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        /** Save a template */
        put: {
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
                    "application/json": components["schemas"]["TemplateWords"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Template"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                /** @description One of: `not_activated`, `not_invited`, `admins_only`, `admin_permission_missing`, `package_outdated`, `template_not_yours`, `template_sharing_restricted`. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                /** @description One of: `template_changed`, `template_archived`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `too_large`, `text_too_large`, `pictures_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: components["responses"]["UnsupportedMediaType"];
                /** @description One of: `picture_not_sendable`. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        /** Delete a template with its statistics */
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                /** @description One of: `not_activated`, `not_invited`, `admins_only`, `admin_permission_missing`, `package_outdated`, `template_not_yours`. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a template out of use; its statistics stay */
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
                        "application/json": components["schemas"]["Template"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                /** @description One of: `not_activated`, `not_invited`, `admins_only`, `admin_permission_missing`, `package_outdated`, `template_not_yours`. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/clone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A private copy of a template */
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
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Template"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `template_archived`, `template_limit_reached`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own emails from a template */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                };
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
                        "application/json": components["schemas"]["TemplateEmails"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
    "/v1/templates/{id}/favourite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make it a favourite */
        put: {
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        /** Make it no favourite */
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring an archived template back into a category */
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
                    "application/json": {
                        /** Format: uuid */
                        categoryId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Template"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                /** @description One of: `not_activated`, `not_invited`, `admins_only`, `admin_permission_missing`, `package_outdated`, `template_not_yours`, `template_sharing_restricted`. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                /** @description One of: `template_not_archived`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Share a template with teams or everyone */
        put: {
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
                    "application/json": components["schemas"]["TemplateSharing"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Template"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                /** @description One of: `not_activated`, `not_invited`, `admins_only`, `admin_permission_missing`, `package_outdated`, `template_not_yours`, `template_sharing_restricted`. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: components["responses"]["NotFound"];
                /** @description One of: `template_archived`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The words of a template for an email */
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
                    "application/json": {
                        /** @description The record whose compose window takes it */
                        recordId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UsedTemplate"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `template_archived`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `own_access`, `last_admin`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
        /**
         * Send the welcome email again
         * @description Counts in the quota of letters; 429 `letter_quota_reached` says in `retryAt` when it is possible again.
         */
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `already_active`, `user_deactivated`, `no_seat_left`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `rate_limited`, `letter_quota_reached`. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `address_taken`, `salesforce_user_unknown`, `no_seat_left`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `rate_limited`, `letter_quota_reached`. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make somebody a rep or an admin */
        put: {
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
                    "application/json": components["schemas"]["RoleChange"];
                };
            };
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `last_admin`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/api-access-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask Salesforce who may use its API */
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
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiAccessCheck"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV */
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
                        "text/csv": string;
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/invitations/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an invitation of each address would come to
         * @description Sends nothing. Names addresses that are no active user of the org in Salesforce.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvitationDraft"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationChecks"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/invitations/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a file of people to invite */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvitationFile"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationCsv"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                413: components["responses"]["ContentTooLarge"];
                415: components["responses"]["UnsupportedMediaType"];
                /** @description One of: `csv_unreadable`. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/invitations/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the welcome email again to everybody who has not activated
         * @description Each counts in the quota of letters; one that is held back says until when and holds up no other.
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
                        "application/json": components["schemas"]["ResentInvitations"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/salesforce-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Active Salesforce users whose name or address has these words in it */
        get: {
            parameters: {
                query: {
                    q: string;
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
                        "application/json": components["schemas"]["SalesforceUserList"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `salesforce_reconnect_required`, `api_disabled`. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                /** @description One of: `salesforce_unavailable`. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One of: `salesforce_unavailable`. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                default: components["responses"]["Failed"];
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
    "/v1/welcome-letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The words of the welcome email */
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
                        "application/json": components["schemas"]["WelcomeLetterPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        /** Choose the words of the welcome email */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WelcomeLetterWords"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WelcomeLetterPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                /** @description One of: `too_large`, `text_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        post?: never;
        /** Go back to the words of the product */
        delete: {
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
                        "application/json": components["schemas"]["WelcomeLetterPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/welcome-letter/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The welcome email as the caller would get it, with these words */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WelcomeLetterWords"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WelcomeLetterPreview"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["Unauthorized"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                /** @description One of: `too_large`, `text_too_large`. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: components["responses"]["UnsupportedMediaType"];
                429: components["responses"]["TooManyRequests"];
                500: components["responses"]["Unexpected"];
                default: components["responses"]["Failed"];
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
        AcceptedTask: {
            /** Format: uuid */
            id: string;
        };
        /** @enum {string} */
        ActionReason: "no_email_address" | "opted_out" | "address_opted_out" | "opt_out_unknown" | "mailbox_missing" | "mailbox_reconnect_required" | "no_people" | "not_permitted";
        AdminConsent: {
            answer: ("given" | "refused") | null;
            answeredAt: string | null;
        };
        ApiAccessCheck: {
            /**
             * Format: date-time
             * @description Over when `apiAccessCheckedAt` of the list is not before it
             */
            askedAt: string;
        };
        Attachment: {
            /** Format: uuid */
            id: string;
            /** @description As recipients see it: cleaned of what file systems and mail programs do not take */
            name: string;
            /** @description Bytes */
            size: number;
            /** @description A media type, as the name and the first bytes have it */
            type: string;
        };
        BlockingLimit: {
            /** @description No more than so many */
            count: number;
            /** @enum {string} */
            name: "batch" | "mailbox_per_minute" | "mailbox_per_day" | "user_per_day" | "org_per_day" | "domain_per_day" | "provider_per_minute" | "provider_per_day" | "provider_recipients_per_day";
            /** @description within any so many seconds */
            seconds: number;
        };
        BouncedPerson: {
            /** @description As it was last read from Salesforce; no email to another address of the person counts */
            address: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            bouncedAt: string;
            personId: string;
            /** @description Null also where the email was one of a colleague that the rep may not see */
            reason: components["schemas"]["BounceReason"] | null;
        };
        /** @enum {string} */
        BounceKind: "hard" | "blocked" | "soft";
        /** @enum {string} */
        BounceReason: "unknown_address" | "unknown_domain" | "mailbox_full" | "mailbox_inactive" | "message_too_large" | "refused_by_policy" | "taken_for_spam" | "sender_blocked" | "sending_limit" | "not_reachable" | "unknown";
        /** @enum {string} */
        BoundBy: "spacing" | "minute_limit" | "daily_limit" | "user_daily_limit" | "org_limit" | "domain_limit" | "mailbox_rate_limited" | "mailbox_blocked" | "mailbox_full" | "provider_unavailable";
        BulkCheck: {
            /** @description What makes the last one wait */
            boundBy: components["schemas"]["BoundBy"] | null;
            /** @description Null: nobody gets it, or nobody knows when */
            firstLeavesAt: string | null;
            lastLeavesAt: string | null;
            people: components["schemas"]["CheckedRecipient"][];
            tooManyWait: boolean;
            willGet: number;
        };
        BulkEmail: {
            /**
             * @description CT-1: files that everybody gets
             * @default []
             */
            attachmentIds: string[];
            /** @description The files of these ids that are there, in their order */
            attachments: components["schemas"]["Attachment"][];
            bodyHtml: string;
            /** Format: uuid */
            id: string;
            /** @default null */
            identityId: string | null;
            /** @description In the order in which they were chosen */
            people: components["schemas"]["BulkPerson"][];
            recordId: string | null;
            recordName: string | null;
            /** @default null */
            schedule: components["schemas"]["ScheduleOutput"] | null;
            sender: {
                /** @description CT-3: how much the files of an email may have together */
                attachmentLimitBytes: number;
                /**
                 * @description mail_servers: recipients get no more. mailbox_permission: Outlook takes no more without the permission for drafts. Emails from another address may have 20 MB
                 * @enum {string}
                 */
                attachmentLimitReason: "mail_servers" | "mailbox_permission";
                /** @description CSS declarations of the block around the words: the font of the org’s emails */
                bodyStyle: string;
                from: {
                    address: string;
                    name: string | null;
                } | null;
                /** @description Verified From addresses beside the mailbox; empty for most */
                identities: {
                    address: string;
                    /** Format: uuid */
                    id: string;
                    isDefault: boolean;
                    name: string;
                    signatureHtml: string;
                }[];
                signatureHtml: string;
                /** @description In which the rep schedules; null: neither chosen nor said by Salesforce */
                timeZone: string | null;
                undoSeconds: number;
            };
            state: components["schemas"]["BulkEmailState"];
            subject: string;
            /** @default null */
            templateId: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            updatedAt: string;
            /** @description One more with each change of the words for all; Send names it */
            version: number;
        };
        BulkEmailList: {
            bulkEmails: {
                /** Format: uuid */
                id: string;
                people: number;
                recordName: string | null;
                state: components["schemas"]["BulkEmailState"];
                subject: string;
                /**
                 * Format: date-time
                 * @description UTC, ISO 8601
                 */
                updatedAt: string;
                waiting: number;
            }[];
        };
        /** @enum {string} */
        BulkEmailState: "draft" | "accepted";
        BulkOutcome: {
            email: string | null;
            notSentBecause: components["schemas"]["BulkReason"] | null;
            personId: string;
            personName: string | null;
            /** @description Why it is in this state */
            reason: components["schemas"]["SalesEmailReason"] | null;
            salesEmailId: string | null;
            /** @description Null: it was not accepted, and `notSentBecause` says why */
            state: components["schemas"]["SalesEmailState"] | null;
        };
        BulkPerson: {
            email: string | null;
            hasOwnWords: boolean;
            personId: string;
            /** @description Null where Salesforce does not show the person to the rep */
            personName: string | null;
            /** @description The rep wants it sent though an email to this address came back */
            sendsDespiteBounce: boolean;
        };
        BulkProgress: {
            /** @description Emails that were taken */
            accepted: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            acceptedAt: string;
            /** Format: uuid */
            id: string;
            /** @description When the last that waits leaves; null: none waits, or nobody knows */
            lastLeavesAt: string | null;
            people: components["schemas"]["BulkOutcome"][];
            recordId: string | null;
            recordName: string | null;
            schedule: components["schemas"]["ScheduleOutput"] | null;
            subject: string;
            tooManyWait: boolean;
            /** @description Of these, how many have not left and can still be stopped */
            waiting: number;
        };
        /** @enum {string} */
        BulkReason: "no_email_address" | "same_address" | "opted_out" | "address_opted_out" | "opt_out_unknown" | "bounced" | "not_visible" | "fields_unresolved" | "prompts_left" | "no_subject" | "too_large";
        BulkSend: {
            /** @description Of the words that the rep saw when Send was pressed */
            version: number;
        };
        Certificate: {
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            expiresAt: string;
            /** @description SHA-256 */
            fingerprint: string;
            /** Format: uuid */
            id: string;
            /** @description Exact to the hour; null: never */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            uploadedAt: string;
            uploadedBy: string | null;
        };
        CheckedPerson: {
            /** @description What leaves as nothing, or as “your company” */
            blank: string[];
            personId: string;
            personName: string;
            /** @description What keeps the email from leaving */
            unresolved: components["schemas"]["FieldProblem"][];
        };
        CheckedRecipient: {
            /** @description Fields that leave as nothing */
            blank: string[];
            /** @description When an email to this address came back for good */
            bouncedAt: string | null;
            personId: string;
            /** @description What the rep has yet to replace or remove */
            prompts: string[];
            /** @description Why this person gets nothing as things stand; null: gets it */
            reason: components["schemas"]["BulkReason"] | null;
            /** @description Who gets it at the same address, by name */
            sameAddressAs: string | null;
            unresolved: components["schemas"]["FieldProblem"][];
        };
        CheckedSchedule: {
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            leavesAt: string;
            /** @description Where clocks skip this time on the day, or show it twice: what is chosen, as a sentence */
            note: string | null;
        };
        Compose: {
            /** @description CT-3: how much the files of an email may have together */
            attachmentLimitBytes: number;
            /**
             * @description mail_servers: recipients get no more. mailbox_permission: Outlook takes no more without the permission for drafts. Emails from another address may have 20 MB
             * @enum {string}
             */
            attachmentLimitReason: "mail_servers" | "mailbox_permission";
            /** @description CSS declarations of the block around the words: the font of the org’s emails */
            bodyStyle: string;
            /** @description The people of the record whose address does not work */
            bounced: components["schemas"]["BouncedPerson"][];
            /** @description What makes it wait until then */
            boundBy: components["schemas"]["BoundBy"] | null;
            draft: components["schemas"]["SavedDraft"] | null;
            /** @description Only where it was asked for */
            followUp: components["schemas"]["FollowUp"] | null;
            from: {
                address: string;
                name: string | null;
            } | null;
            /** @description Verified From addresses beside the mailbox; empty for most */
            identities: {
                address: string;
                /** Format: uuid */
                id: string;
                isDefault: boolean;
                name: string;
                signatureHtml: string;
            }[];
            /** @description One’s own last email from this record: words of it that a browser has kept are no draft any more */
            lastSent: {
                /**
                 * Format: date-time
                 * @description UTC, ISO 8601
                 */
                createdAt: string;
                subject: string;
            } | null;
            /** @description When one more email would leave, or when a mailbox that sends nothing is tried again; null: at once */
            leavesAt: string | null;
            signatureHtml: string;
            /** @description In which the rep schedules; null: neither chosen nor said by Salesforce */
            timeZone: string | null;
            /** @description So many emails wait that nobody knows when it would leave */
            tooManyWait: boolean;
            undoSeconds: number;
        };
        ConsentLink: {
            /** Format: uri */
            url: string;
        };
        Content: {
            /**
             * Format: uri
             * @description What words link to, so that the rep learns what recipients do with it; with `?tracked=no` behind it nobody learns. Each email that leaves has an address of its own in its place
             */
            address: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description Also that of its file
             */
            id: string;
            isMine: boolean;
            /** @description Whether colleagues can link to it */
            isShared: boolean;
            lastViewedAt: string | null;
            /** @description As recipients see it */
            name: string;
            ownerName: string;
            /** @description Of the whole document; recipients see the first 200. Null where they see none */
            pageCount: number | null;
            /** @description Emails whose recipients have looked at it */
            people: number;
            /** @description Bytes */
            size: number;
            /**
             * @description While its pages are being made, and where they cannot be, people can download it
             * @enum {string}
             */
            state: "preparing" | "ready" | "no_pages";
            /** @description Why there are no pages */
            stateReason: ("not_pdf" | "locked" | "damaged" | "too_long") | null;
            /** @description A media type */
            type: string;
        };
        ContentChange: {
            isShared?: boolean;
            /** @description It keeps the ending of the file */
            name?: string;
        };
        ContentList: {
            /** @description Whether there are more than these 200 */
            hasMore: boolean;
            /** @description Own and shared, the newest first */
            items: components["schemas"]["Content"][];
        };
        ContentViewLink: {
            /**
             * Format: uri
             * @description For 10 minutes it opens the page that recipients see, and counts nothing
             */
            url: string;
        };
        DespiteBounce: {
            value: boolean;
        };
        Draft: {
            /**
             * @description The reply to that email which it answers
             * @default null
             */
            answersResponseId?: string | null;
            /**
             * @description CT-1: files that the rep has added
             * @default []
             */
            attachmentIds?: string[];
            /** @default [] */
            bcc?: string[];
            bodyHtml: string;
            /** @default [] */
            cc?: string[];
            /**
             * @description The own email whose thread it leaves in; null: it begins one
             * @default null
             */
            followsEmailId?: string | null;
            /**
             * @description ID-1: a verified From address; null: the default one
             * @default null
             */
            identityId?: string | null;
            /** @description The Lead or Contact in To */
            personId: string;
            /** @description The record whose page the rep acts from */
            recordId: string;
            /**
             * @description When it is to leave; null: as soon as it may
             * @default null
             */
            schedule?: components["schemas"]["Schedule"] | null;
            subject: string;
            /**
             * @description The template that it is written from, for its statistics
             * @default null
             */
            templateId?: string | null;
        };
        DraftPreview: {
            /** @description What leaves as nothing, or as “your company” */
            blank: string[];
            personId: string;
            personName: string;
            /**
             * Format: uri
             * @description The exact HTML for a sandboxed frame, for 5 minutes
             */
            previewUrl: string;
            /** @description What the rep has yet to replace or remove */
            prompts: string[];
            subject: string;
            /** @description The part that mail programs show who read no HTML */
            text: string;
            /** @description What keeps the email from leaving */
            unresolved: components["schemas"]["FieldProblem"][];
        };
        DraftRow: {
            /** @description Another email can follow it in its thread; only for the sender */
            canFollowUp: boolean;
            /** @description A person has answered, and the answer may be read; only for the sender */
            canReply: boolean;
            canUndo: boolean;
            /** @description The person of this panel who got it as a copy; null where that person stands in To. Bcc only for the sender */
            copiedTo: {
                /** @enum {string} */
                field: "cc" | "bcc";
                personName: string;
            } | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @description The sending limit, as it is set now, that makes the email wait */
            limit: components["schemas"]["BlockingLimit"] | null;
            personId: string | null;
            personName: string | null;
            reason: components["schemas"]["SalesEmailReason"] | null;
            /** @description The record whose compose window continues it */
            recordId: string;
            /** @description Whom the reason is about, where it is about recipients: who said no, or whom the mail provider did not take; only for the sender */
            refusedRecipients: string[];
            /** @description Null while nothing came back */
            responses: components["schemas"]["Responses"] | null;
            /** @description What Salesforce knows of it; null before it was sent */
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
            /** @description The first email of its thread; null for that itself */
            threadId: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            updatedAt: string;
            waitsUntil: string | null;
        };
        DynamicFieldList: {
            groups: {
                fields: {
                    custom: boolean;
                    /** @description Salesforce’s own, in the user’s language there; null where the panel has it */
                    label: string | null;
                    /** @description As it is written between the braces */
                    name: string;
                }[];
                /** @enum {string} */
                group: "person" | "sender" | "lead" | "contact" | "account" | "opportunity";
            }[];
        };
        EmailConnection: {
            address: string;
            capabilities: components["schemas"]["MailboxCapabilities"];
            /** Format: uuid */
            id: string;
            /** @description What the admin chose and this grant does not give; connecting again asks for it */
            missingCapabilities: ("settle" | "notice_replies" | "read_bodies")[];
            missingScopes: string[];
            /** @enum {string} */
            provider: "google" | "microsoft";
            /** @enum {string} */
            state: "connected" | "reconnect_required" | "disconnected";
            stateReason: ("revoked" | "expired" | "password_changed" | "admin_blocked" | "disconnected_by_user" | "scope_missing" | "client_changed" | "stopped_by_admin" | "unknown") | null;
            trouble: components["schemas"]["MailboxTrouble"] | null;
            /** @description Sales emails that wait for this mailbox, scheduled ones among them */
            waitingEmails: number;
            watch: components["schemas"]["MailboxWatch"];
        };
        EmailConnectionList: {
            emailConnections: components["schemas"]["EmailConnection"][];
        };
        EmailContent: {
            downloads: number;
            /** Format: uuid */
            id: string;
            /** @description It was deleted, and recipients find nothing any more */
            isGone: boolean;
            /** @description False: nobody learns what recipients do with it */
            isTracked: boolean;
            lastViewedAt: string | null;
            name: string;
            opens: number;
            /** @description Null where its pages cannot be shown */
            pageCount: number | null;
            /** @description Which pages were looked at, each once */
            pages: number[];
        };
        EmailFont: {
            /** @enum {string} */
            family: "arial" | "calibri" | "georgia" | "helvetica" | "tahoma" | "times_new_roman" | "trebuchet_ms" | "verdana";
            sizePx: number;
        };
        EmailFontPage: {
            /** @description What can be chosen, with its name, which is the same in every language, and its value of font-family */
            families: {
                css: string;
                /** @enum {string} */
                family: "arial" | "calibri" | "georgia" | "helvetica" | "tahoma" | "times_new_roman" | "trebuchet_ms" | "verdana";
                name: string;
            }[];
            /** @enum {string} */
            family: "arial" | "calibri" | "georgia" | "helvetica" | "tahoma" | "times_new_roman" | "trebuchet_ms" | "verdana";
            sizePx: number;
            sizesPx: number[];
            /** @description null: nobody has changed it */
            updatedAt: string | null;
            updatedBy: string | null;
        };
        EmailVisibility: {
            /** @enum {string} */
            colleaguesSee: "everything" | "subject_and_state" | "nothing";
        };
        EmailVisibilityPage: {
            /** @enum {string} */
            colleaguesSee: "everything" | "subject_and_state" | "nothing";
            /** @description null: nobody has changed it, and colleagues see everything that the record shows */
            updatedAt: string | null;
            updatedBy: string | null;
        };
        EndedAccess: {
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            at: string;
            /** @description Null while the vendors are being told */
            finishedAt: string | null;
            grants: {
                address: string | null;
                note: ("vendor_has_no_revocation" | "vendor_not_reached" | "already_dead") | null;
                /** @enum {string} */
                provider: "google" | "microsoft" | "salesforce" | "smtp";
                revokedAt: string | null;
                shreddedAt: string | null;
            }[];
            /** @enum {string} */
            reason: "deactivated_by_admin" | "inactive_in_salesforce";
        };
        /** @enum {string} */
        ErrorCode: "accepted_before" | "access_ending" | "address_in_use" | "address_taken" | "admin_permission_missing" | "administrator_proof_needed" | "admins_only" | "already_active" | "already_left" | "already_linked" | "already_settled" | "already_verified" | "api_disabled" | "bad_request" | "bulk_email_accepted" | "bulk_email_changed" | "category_in_use" | "category_limit_reached" | "category_name_taken" | "category_not_yours" | "certificate_expired" | "certificate_key_too_short" | "certificate_missing" | "certificate_not_rsa" | "certificate_not_yet_valid" | "certificate_revoked" | "certificates_in_use" | "channel_not_possible" | "consent_expired" | "content_full" | "content_gone" | "csv_unreadable" | "draft_kept" | "email_unverified" | "fields_unresolved" | "file_gone" | "file_in_use" | "file_infected" | "file_not_scanned" | "file_quota_reached" | "file_too_large" | "file_type_refused" | "files_too_large_for_email" | "idempotency_key_reused" | "identity_exists" | "identity_limit_reached" | "identity_not_verified" | "in_other_instance" | "invitation_expired" | "kill_switch_running" | "last_admin" | "last_certificate" | "length_required" | "letter_quota_reached" | "lightning_address_of_another_org" | "link_expired" | "link_unknown" | "link_used" | "look_first" | "mailbox_admin_action" | "mailbox_identity_fixed" | "mailbox_missing" | "mailbox_reconnect_required" | "mailbox_unavailable" | "name_differs" | "no_email_address" | "no_seat_left" | "nobody_gets_it" | "not_a_certificate" | "not_a_lightning_address" | "not_activated" | "not_bounced" | "not_failed" | "not_followable" | "not_found" | "not_invited" | "opt_out_unknown" | "org_registered" | "org_stopped" | "org_unknown" | "own_access" | "package_outdated" | "page_out_of_date" | "panel_token_expired" | "panel_token_invalid" | "panel_token_replayed" | "panel_token_wrong_audience" | "permission_denied" | "person_unknown" | "picture_not_sendable" | "picture_quota_reached" | "picture_too_large" | "picture_type_refused" | "pictures_too_large" | "private_key_uploaded" | "prompts_left" | "push_not_trusted" | "rate_limited" | "recipient_opted_out" | "salesforce_access_denied" | "salesforce_admin_action" | "salesforce_admins_only" | "salesforce_app_blocked" | "salesforce_my_domain" | "salesforce_reconnect_required" | "salesforce_sign_in_failed" | "salesforce_unavailable" | "salesforce_user_unknown" | "session_expired" | "session_invalid" | "signature_import_unavailable" | "signature_missing" | "still_looking" | "team_limit_reached" | "team_name_taken" | "team_smtp_missing" | "template_archived" | "template_changed" | "template_limit_reached" | "template_not_archived" | "template_not_yours" | "template_sharing_restricted" | "text_too_large" | "too_large" | "too_many_sign_ins" | "unexpected" | "unsupported_media_type" | "user_deactivated" | "validation_failed" | "wrong_email" | "wrong_salesforce_org" | "wrong_salesforce_user";
        /** @enum {string} */
        FaultCode: "custom" | "invalid_element" | "invalid_format" | "invalid_key" | "invalid_type" | "invalid_union" | "invalid_value" | "not_multiple_of" | "nul_character" | "opt_out_unknown" | "recipient_opted_out" | "too_big" | "too_small" | "unrecognized_keys";
        FieldCheck: {
            /** @description In the order asked for; without those whom Salesforce does not show to the rep */
            people: components["schemas"]["CheckedPerson"][];
            /** @description What the rep has yet to replace or remove */
            prompts: string[];
        };
        FieldProblem: {
            /** @description As it was written first */
            field: string;
            /** @enum {string} */
            reason: "empty" | "unknown_field" | "unreadable" | "not_a_link" | "not_available";
        };
        FollowUp: {
            answersResponseId: string | null;
            cc: string[];
            /** Format: uuid */
            followsEmailId: string;
            /** @description As whom the earlier one left, where that can be chosen */
            identityId: string | null;
            person: {
                email: string | null;
                id: string;
                name: string;
            };
            /** @description What is quoted below the signature; empty where there is a problem with it */
            quoteHtml: string;
            quoteProblem: ("too_large" | "not_readable") | null;
            subject: string;
        };
        Identity: {
            address: string;
            /** @enum {string} */
            channel: "mailbox" | "team_smtp";
            /** Format: uuid */
            id: string;
            isDefault: boolean;
            /** @description The connected mailbox itself: it cannot be removed */
            isMailbox: boolean;
            /** @description Emails can leave with it now: it is verified, and its mailbox or the mail server of the team is there */
            isUsable: boolean;
            name: string;
            signatureHtml: string;
            /** @description Why the verification email could not be sent, as a sentence */
            verificationError: string | null;
            verificationSentAt: string | null;
            verifiedAt: string | null;
        };
        IdentityChange: {
            /** @enum {string} */
            channel?: "mailbox" | "team_smtp";
            /** @constant */
            isDefault?: true;
            name?: string;
            signatureHtml?: string;
        };
        IdentityList: {
            canImportSignature: boolean;
            identities: components["schemas"]["Identity"][];
            /** @description ID-3: how many a user may have, the mailbox included */
            limit: number;
            /** @description Whether the team has an SMTP server; without it only addresses of the mailbox can be used (ID-2) */
            teamSmtp: boolean;
        };
        InvitationChecks: {
            /** @description False: Salesforce could not be asked, and nothing is known of who has a user there */
            isSalesforceAsked: boolean;
            results: {
                email: string;
                /** @enum {string} */
                finding: "ready" | "not_an_address" | "repeated" | "already_invited" | "already_active" | "not_in_salesforce" | "inactive_in_salesforce";
                /** @description As Salesforce has it */
                name: string | null;
            }[];
        };
        InvitationCsv: {
            columns: {
                name: string | null;
                samples: string[];
            }[];
            emailColumn: number;
            roleColumn: number | null;
            rows: {
                email: string;
                /** @description In the file, from 1 */
                line: number;
                problem: ("no_address" | "not_an_address" | "repeated" | "unknown_role" | "unknown_team" | "too_many") | null;
                /** @enum {string} */
                role: "rep" | "admin";
                teamIds: string[];
            }[];
            teamColumn: number | null;
        };
        InvitationDraft: {
            emails: string[];
        };
        InvitationFile: {
            csv: string;
            emailColumn?: number;
            roleColumn?: number | null;
            teamColumn?: number | null;
        };
        InvitationResult: {
            results: {
                email: string;
                /** @enum {string} */
                outcome: "invited" | "already_invited" | "already_active" | "not_an_address" | "no_seat_left" | "too_many_letters";
                /** @description For `too_many_letters`: when the address can be invited */
                retryAt: string | null;
                user: components["schemas"]["User"] | null;
            }[];
        };
        Invitations: {
            /**
             * @description Those of `emails` that become admins whatever `role` says
             * @default []
             */
            admins?: string[];
            emails: string[];
            /**
             * @default rep
             * @enum {string}
             */
            role?: "rep" | "admin";
            /**
             * @description Which of `emails` are in which team from the beginning
             * @default []
             */
            teams?: {
                emails: string[];
                /** Format: uuid */
                id: string;
            }[];
        };
        KillSwitch: {
            lastRun: components["schemas"]["KillSwitchReport"] | null;
            stoppedAt: string | null;
        };
        KillSwitchPress: {
            /** @description The name of the org, typed by the admin */
            orgName: string;
        };
        KillSwitchReport: {
            cancelledEmails: number;
            finishedAt: string | null;
            grants: {
                address: string | null;
                note: ("vendor_has_no_revocation" | "vendor_not_reached" | "already_dead") | null;
                ownerName: string | null;
                /** @enum {string} */
                provider: "google" | "microsoft" | "salesforce" | "smtp";
                revokedAt: string | null;
                shreddedAt: string | null;
            }[];
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            pressedAt: string;
            pressedBy: string;
        };
        ListedPeople: {
            /** @description The list view has more than these */
            hasMore: boolean;
            /** @description At most 200 */
            people: components["schemas"]["Person"][];
        };
        ListViews: {
            listViews: {
                id: string;
                label: string;
            }[];
        };
        LiveFeed: {
            /** @description Of the next page; null when there is none */
            cursor: string | null;
            /** @description An admin has stopped everything in the org; nothing can be connected */
            isStopped: boolean;
            items: components["schemas"]["LiveFeedItem"][];
            /** @description Null when the rep has none: then nothing can arrive here */
            mailbox: components["schemas"]["MailboxBrief"] | null;
            /** @description Send it back as `until` when the rep has seen the newest; null for an empty feed */
            newestAt: string | null;
            /** @description How many are new; 100 stands for so many or more */
            unseen: number;
        };
        LiveFeedItem: {
            /** @description What a recipient looked at; null where it is about no content */
            contentName: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            happenedAt: string;
            /** Format: uuid */
            id: string;
            /** @description Taken in after the time until which the rep has seen the feed */
            isNew: boolean;
            /** @description What it asks the rep to do is done: sent again, connected again */
            isSettled: boolean;
            /** @enum {string} */
            kind: "email_replied" | "email_bounced" | "email_failed" | "content_viewed" | "mailbox_reconnect_required" | "salesforce_reconnect_required";
            person: {
                id: string;
                name: string | null;
            } | null;
            /** @description The record from which the email was sent */
            record: {
                id: string;
                objectName: string;
            } | null;
            salesEmailId: string | null;
            subject: string | null;
        };
        MailboxBrief: {
            address: string;
            /** @enum {string} */
            provider: "google" | "microsoft";
            /** @enum {string} */
            state: "connected" | "reconnect_required" | "disconnected";
            stateReason: ("revoked" | "expired" | "password_changed" | "admin_blocked" | "disconnected_by_user" | "scope_missing" | "client_changed" | "stopped_by_admin" | "unknown") | null;
        };
        MailboxCapabilities: {
            noticesReplies: boolean;
            /** @description False: header-only mode (P9) */
            readsBodies: boolean;
            /** @description A send of unknown outcome can be looked for in the sent mail */
            settles: boolean;
        };
        MailboxHealth: {
            address: string;
            found: {
                byPoll: number;
                byPush: number;
                byReconcile: number;
            };
            /** Format: uuid */
            id: string;
            lastAliveAt: string | null;
            /** @enum {string} */
            provider: "google" | "microsoft" | "smtp";
            pushExpiresAt: string | null;
            /** @enum {string} */
            state: "connected" | "reconnect_required" | "disconnected";
            stateReason: string | null;
            trouble: components["schemas"]["MailboxTrouble"] | null;
            /** Format: uuid */
            userId: string;
            userName: string | null;
            waitingEmails: number;
            /** @enum {string} */
            watch: "watching" | "silent" | "off";
        };
        MailboxHealthList: {
            mailboxes: components["schemas"]["MailboxHealth"][];
        };
        MailboxPolicy: {
            google: components["schemas"]["MailboxTier"];
            microsoft: components["schemas"]["MailboxTier"];
        };
        MailboxPolicyOutput: {
            google: components["schemas"]["MailboxTier"];
            microsoft: components["schemas"]["MailboxTier"];
        };
        /** @enum {string} */
        MailboxTier: "send" | "headers" | "bodies";
        MailboxTrouble: {
            /** @enum {string} */
            kind: "blocked" | "full";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            since: string;
        };
        MailboxWatch: {
            lastAliveAt: string | null;
            /**
             * @description silent: not proved alive for too long
             * @enum {string}
             */
            state: "watching" | "silent" | "off";
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
        MorePeople: {
            personIds: string[];
        };
        NewBulkEmail: {
            /** @description Leads and Contacts */
            personIds: string[];
            /**
             * @description Null: from a list, and each email stands at its person
             * @default null
             */
            recordId?: string | null;
        };
        NewContent: {
            /**
             * Format: uuid
             * @description An own file that was uploaded
             */
            fileId: string;
        };
        NewFile: {
            /** @description The name of the file on the disk of the rep */
            name: string;
            /**
             * @description What it is for: a file that is refused is refused in words of that
             * @default email
             * @enum {string}
             */
            purpose?: "email" | "content";
            /** @description Bytes */
            size: number;
        };
        NewIdentity: {
            address: string;
            name: string;
        };
        NewPicture: {
            /** @description The bytes of the file in base64: image/png, image/jpeg, image/gif */
            content: string;
        };
        NewTask: {
            /**
             * @description Null: the rep
             * @default null
             */
            assigneeId?: string | null;
            /** @default  */
            details?: string;
            /** @default null */
            dueOn?: string | null;
            /**
             * @description One of the people of the account or opportunity
             * @default null
             */
            personId?: string | null;
            /**
             * @description Null: the org's default
             * @default null
             */
            priority?: string | null;
            /** @description The record whose page the rep acts from */
            recordId: string;
            /**
             * @description A task that Salesforce refused, which this one takes the place of
             * @default null
             */
            replaces?: string | null;
            subject: string;
        };
        NewTemplate: {
            /** @default  */
            bodyHtml?: string;
            /** Format: uuid */
            categoryId: string;
            /**
             * @default {
             *       "join": "all",
             *       "list": []
             *     }
             */
            criteria?: components["schemas"]["TemplateCriteria"];
            /** @default false */
            isNonCommercial?: boolean;
            name: string;
            /** @default  */
            notes?: string;
            /** @default  */
            subject?: string;
        };
        OAuthClient: {
            clientId: string;
            /** @description Live mailboxes that were connected with it */
            mailboxes: number;
            /** @enum {string} */
            ownedBy: "service" | "org";
            /** @enum {string} */
            provider: "google" | "microsoft";
            /** @description What an app of your own has to allow as addresses to come back to */
            redirectUris: string[];
            tenantId: string | null;
            updatedAt: string | null;
        };
        OAuthClientChange: {
            clientId: string;
            clientSecret: string;
            /** @default null */
            tenantId?: string | null;
        };
        OAuthClientList: {
            oauthClients: components["schemas"]["OAuthClient"][];
        };
        OptOutPolicy: {
            /** @enum {string} */
            whenUnknown: "refuse" | "allow";
        };
        OptOutPolicyPage: {
            /** @description null: the admin has not decided, and such emails are refused */
            updatedAt: string | null;
            updatedBy: string | null;
            /** @enum {string} */
            whenUnknown: "refuse" | "allow";
        };
        OrgTrust: {
            certificates: components["schemas"]["Certificate"][];
            /** Format: uri */
            changeUrl: string;
            /**
             * Format: uri
             * @description What is left to set up in Salesforce; of the same pages
             */
            checklistUrl: string;
            lightningOrigin: string | null;
        };
        OwnWords: {
            bodyHtml: string;
            subject: string;
        };
        OwnWordsOutput: {
            bodyHtml: string;
            subject: string;
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
            /** @description What the viewer did on this record and Salesforce did not take */
            refused: components["schemas"]["RefusedAction"][];
            tabs: components["schemas"]["PanelTab"][];
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
        PanelTab: {
            /** @description Of the first tab; null for the others, which have a route of their own */
            content: components["schemas"]["SalesEmailList"] | null;
            /** @description Null for a tab that says no number */
            count: number | null;
            /** @constant */
            name: "sales_emails";
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
            /** @description As anybody in the org last saw it; null: nobody could see it */
            optedOut: boolean | null;
            /** @description Why an email to this person is refused */
            refusal: components["schemas"]["PersonRefusal"] | null;
            /** @description Contact role on the Opportunity, when asked from one */
            role: string | null;
            title: string | null;
        };
        PersonList: {
            people: components["schemas"]["Person"][];
        };
        /**
         * @description address_opted_out: another record with the same address opted out
         * @enum {string}
         */
        PersonRefusal: "opted_out" | "address_opted_out" | "opt_out_unknown";
        Picture: {
            height: number;
            /**
             * Format: uri
             * @description For the body of an email of this rep. It leaves as a part of the message
             */
            src: string;
            width: number;
        };
        PinnedTemplateCategories: {
            categoryIds: string[];
        };
        PinnedTemplateCategoriesOutput: {
            categoryIds: string[];
        };
        Problem: {
            code: components["schemas"]["ErrorCode"];
            detail?: string;
            errors?: {
                code: components["schemas"]["FaultCode"];
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
        Profile: {
            email: string;
            health: {
                /** @enum {string} */
                channel: "mailbox" | "team_smtp" | "team_smtp_refused" | "mailbox_needed";
                mailbox: components["schemas"]["EmailConnection"] | null;
                /** @enum {string} */
                replies: "noticed" | "starting" | "silent" | "permission_missing" | "not_wanted" | "mailbox_needed";
                /** @enum {string} */
                salesforce: "connected" | "api_disabled" | "reconnect_required" | "disconnected";
            };
            identities: components["schemas"]["IdentityList"];
            /** @description An admin has stopped everything in the org; nothing can be connected */
            isStopped: boolean;
            language: {
                chosen: ("en" | "fr" | "de" | "ja" | "pt" | "es") | null;
                /** @description Null: Salesforce has not said */
                salesforce: ("en" | "fr" | "de" | "ja" | "pt" | "es") | null;
            };
            locale: {
                chosen: string | null;
                /** @description Null: Salesforce has not said */
                salesforce: string | null;
            };
            name: string | null;
            timeZone: {
                chosen: string | null;
                /** @description Null: Salesforce has not said */
                salesforce: string | null;
            };
        };
        ProfileChange: {
            language: ("en" | "fr" | "de" | "ja" | "pt" | "es") | null;
            locale: string | null;
            timeZone: string | null;
        };
        /** @enum {string} */
        Readiness: "ready" | "not_invited" | "not_activated" | "stopped" | "api_disabled" | "salesforce_disconnected" | "mailbox_missing" | "mailbox_reconnect_required";
        RefusedAction: {
            /** @enum {string} */
            action: "send_sales_email" | "add_task";
            /** Format: uuid */
            id: string;
            reason: string;
            title: string;
        };
        RefusedRecipient: {
            address: string;
            /** @enum {string} */
            field: "to" | "cc" | "bcc";
            /** @enum {string} */
            reason: "recipient_opted_out" | "opt_out_unknown";
        };
        ResentInvitations: {
            results: {
                email: string;
                /** @enum {string} */
                outcome: "sent" | "too_many_letters" | "no_seat_left";
                /** @description For `too_many_letters`: when it is possible */
                retryAt: string | null;
                /** Format: uuid */
                userId: string;
            }[];
        };
        Response: {
            /** @description RFC 3463 status such as 5.1.1 */
            bounceCode: string | null;
            bouncedAddress: string | null;
            bounceKind: components["schemas"]["BounceKind"] | null;
            bounceReason: components["schemas"]["BounceReason"] | null;
            /** @description False: the mailbox permissions did not let us read the whole report. Null: not known */
            bounceReportRead: boolean | null;
            fromAddress: string | null;
            /** @description False for a colleague or for another address of the person */
            fromRecipient: boolean;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "reply" | "auto_reply" | "out_of_office" | "bounce" | "delay" | "complaint";
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            noticedAt: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            receivedAt: string;
            returnsOn: string | null;
        };
        Responses: {
            autoRepliedAt: string | null;
            bouncedAt: string | null;
            bounceKind: components["schemas"]["BounceKind"] | null;
            bounceReason: components["schemas"]["BounceReason"] | null;
            /** @description False: the mailbox permissions did not let us read the whole report. Null: not known */
            bounceReportRead: boolean | null;
            delayedAt: string | null;
            /** @description First day back, as the person wrote it */
            outOfOfficeUntil: string | null;
            repliedAt: string | null;
            /** @description Address of the first reply */
            repliedBy: string | null;
        };
        RetriedWrites: {
            retried: number;
        };
        RoleChange: {
            /** @enum {string} */
            role: "rep" | "admin";
        };
        SalesAction: {
            enabled: boolean;
            /** @enum {string} */
            group: "email" | "campaigns" | "follow_up" | "watch";
            /** @enum {string} */
            name: "send_sales_email" | "add_task";
            /**
             * @description group: the rep chooses one or several of the related people first
             * @enum {string}
             */
            reach: "single" | "group";
            reason: components["schemas"]["ActionReason"] | null;
        };
        SalesEmail: {
            /** @description Files that left with it, or will leave */
            attachments: components["schemas"]["Attachment"][];
            bcc: string[];
            /** @description Another email can follow it in its thread; only for the sender */
            canFollowUp: boolean;
            /** @description A person has answered, and the answer may be read; only for the sender */
            canReply: boolean;
            canUndo: boolean;
            cc: string[];
            /** @description CT-2: contents that its words link to, and who viewed what */
            content: components["schemas"]["EmailContent"][];
            /** @description The person of this panel who got it as a copy; null where that person stands in To. Bcc only for the sender */
            copiedTo: {
                /** @enum {string} */
                field: "cc" | "bcc";
                personName: string;
            } | null;
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
            /** @description The org lets colleagues see its subject and state only */
            isLimited: boolean;
            /** @description The sending limit, as it is set now, that makes the email wait */
            limit: components["schemas"]["BlockingLimit"] | null;
            /** @description The message in Gmail or Outlook; only for the sender */
            messageUrl: string | null;
            personId: string | null;
            personName: string | null;
            /** @description The same HTML for a sandboxed frame, for 5 minutes; null when there is none */
            previewUrl: string | null;
            reason: components["schemas"]["SalesEmailReason"] | null;
            /** @description Whom the reason is about, where it is about recipients: who said no, or whom the mail provider did not take; only for the sender */
            refusedRecipients: string[];
            /** @description Everything that came back, oldest first */
            responseList: components["schemas"]["Response"][];
            /** @description Null while nothing came back */
            responses: components["schemas"]["Responses"] | null;
            /** @description What Salesforce knows of it; null before it was sent */
            salesforce: {
                code: string | null;
                reason: string | null;
                /** @enum {string} */
                state: "pending" | "logged" | "failed" | "skipped";
                taskId: string | null;
            } | null;
            /** @description The time of the clock that it waits for; only for the sender */
            schedule: components["schemas"]["ScheduleOutput"] | null;
            senderName: string | null;
            sentAt: string | null;
            sentByMe: boolean;
            state: components["schemas"]["SalesEmailState"];
            subject: string;
            /** @description The first email of its thread; null for that itself */
            threadId: string | null;
            to: string | null;
            /** @description What of the answers is not in Salesforce, and why */
            unloggedWrites: components["schemas"]["UnloggedWrite"][];
            waitsUntil: string | null;
        };
        SalesEmailList: {
            cursor: string | null;
            /** @description One’s own, only on the first page; `total` does not count them */
            drafts: components["schemas"]["DraftRow"][];
            salesEmails: components["schemas"]["SalesEmailRow"][];
            total: number;
        };
        /** @enum {string} */
        SalesEmailReason: "undo_window" | "mailbox_busy" | "mailbox_rate_limited" | "minute_limit" | "daily_limit" | "user_daily_limit" | "org_limit" | "domain_limit" | "mailbox_reconnect_required" | "mailbox_disconnected" | "mailbox_blocked" | "mailbox_full" | "provider_unavailable" | "provider_refused" | "recipient_refused" | "sender_refused" | "message_too_large" | "recipient_opted_out" | "opt_out_unknown" | "no_answer_from_provider" | "cannot_look_in_sent_mail" | "server_keeps_no_copy" | "found_in_sent_mail" | "not_in_sent_mail" | "marked_by_user" | "retried_by_user" | "sent_now_by_user" | "cancelled_by_user" | "user_deactivated" | "stopped_by_admin" | "channel_unavailable" | "sending_delayed";
        SalesEmailRow: {
            /** @description Another email can follow it in its thread; only for the sender */
            canFollowUp: boolean;
            /** @description A person has answered, and the answer may be read; only for the sender */
            canReply: boolean;
            canUndo: boolean;
            /** @description The person of this panel who got it as a copy; null where that person stands in To. Bcc only for the sender */
            copiedTo: {
                /** @enum {string} */
                field: "cc" | "bcc";
                personName: string;
            } | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @description The sending limit, as it is set now, that makes the email wait */
            limit: components["schemas"]["BlockingLimit"] | null;
            personId: string | null;
            personName: string | null;
            reason: components["schemas"]["SalesEmailReason"] | null;
            /** @description Whom the reason is about, where it is about recipients: who said no, or whom the mail provider did not take; only for the sender */
            refusedRecipients: string[];
            /** @description Null while nothing came back */
            responses: components["schemas"]["Responses"] | null;
            /** @description What Salesforce knows of it; null before it was sent */
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
            /** @description The first email of its thread; null for that itself */
            threadId: string | null;
            waitsUntil: string | null;
        };
        /** @enum {string} */
        SalesEmailState: "draft" | "scheduled" | "queued" | "sending" | "sent" | "uncertain" | "failed" | "cancelled" | "bounced";
        SalesforceUserList: {
            users: {
                email: string;
                name: string;
                salesforceUserId: string;
                /** @description Of the user here who has the address */
                state: ("invited" | "activated" | "deactivated") | null;
                title: string | null;
            }[];
        };
        SaveBulkWords: {
            /**
             * @description CT-1: files that everybody gets
             * @default []
             */
            attachmentIds?: string[];
            bodyHtml: string;
            /** @default null */
            identityId?: string | null;
            /** @default null */
            schedule?: components["schemas"]["Schedule"] | null;
            subject: string;
            /** @default null */
            templateId?: string | null;
            /**
             * @description Of the words that these began from; null: they replace whatever there is
             * @default null
             */
            version?: number | null;
        };
        SavedBulkWords: {
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            updatedAt: string;
            version: number;
        };
        SavedDraft: {
            answersResponseId: string | null;
            attachmentIds: string[];
            /** @description The files of these ids that are there, in their order */
            attachments: components["schemas"]["Attachment"][];
            bcc: string[];
            bodyHtml: string;
            cc: string[];
            followsEmailId: string | null;
            /** Format: uuid */
            id: string;
            identityId: string | null;
            /** @description Names of pictures that only a browser or a mail program had: the draft cannot be sent with them */
            lostPictures: string[];
            /** @description The address of the person as it was last read from Salesforce */
            personEmail: string | null;
            personId: string;
            personName: string | null;
            recordId: string;
            /** @description Who may not get it, as far as is known now */
            refused: components["schemas"]["RefusedRecipient"][];
            /** @description It may have passed since */
            schedule: components["schemas"]["ScheduleOutput"] | null;
            subject: string;
            /** @description It may be deleted since */
            templateId: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            updatedAt: string;
        };
        Schedule: {
            /** Format: date */
            date: string;
            time: string;
            zone: string;
        };
        ScheduleOutput: {
            /** Format: date */
            date: string;
            time: string;
            zone: string;
        };
        SecurityEvent: {
            /** @description What it was done to: an address, a fingerprint, a client id */
            about: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            happenedAt: string;
            id: string;
            /** @description Where the request came from; null for what a job did */
            ipAddress: string | null;
            /** @enum {string} */
            kind: "org_registered" | "administrator_sign_in" | "panel_token_refused" | "panel_token_replayed" | "sign_in_refused" | "user_activated" | "user_invited" | "role_changed" | "user_deactivated" | "user_reactivated" | "team_created" | "team_renamed" | "team_deleted" | "team_member_added" | "team_member_removed" | "grants_ended" | "certificate_uploaded" | "certificate_revoked" | "lightning_origin_changed" | "team_smtp_changed" | "oauth_client_changed" | "mailbox_policy_changed" | "opt_out_policy_changed" | "email_visibility_changed" | "email_font_changed" | "welcome_letter_changed" | "template_sharing_changed" | "kill_switch_pressed" | "kill_switch_lifted";
            /** @enum {string} */
            outcome: "done" | "refused";
            /** @description Who did it, by name or address as it was then; null: nobody is known */
            person: string | null;
            /** @description The code of a refusal */
            reason: string | null;
            salesforceUserId: string | null;
        };
        SecurityEventList: {
            cursor: string | null;
            events: components["schemas"]["SecurityEvent"][];
        };
        SeenUntil: {
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            until: string;
        };
        SendingForecast: {
            /** @description What makes the last one wait; null when nothing does. Where the mailbox sends nothing at all, the times hold if its next try succeeds */
            boundBy: components["schemas"]["BoundBy"] | null;
            firstLeavesAt: string | null;
            lastLeavesAt: string | null;
            /** @description Which limit that is; null when it is none, or is not known */
            limit: components["schemas"]["BlockingLimit"] | null;
            /** @description More emails wait than are looked at: nobody knows when the last one leaves */
            tooManyWait: boolean;
            /** @description How many of the caller's emails wait; 10,000 where they are more */
            waiting: number;
        };
        SendingLimits: {
            batchSize: number;
            /** @description No more than batchSize emails leave a mailbox within this time */
            batchWaitSeconds: number;
            /** @description Recipients of one domain, whoever writes to them; null: no limit */
            domainPerDay: number | null;
            mailboxPerDay: number;
            mailboxPerMinute: number;
            /** @description null: no limit */
            orgPerDay: number | null;
            userPerDay: number;
        };
        SendingLimitsOutput: {
            batchSize: number;
            /** @description No more than batchSize emails leave a mailbox within this time */
            batchWaitSeconds: number;
            /** @description Recipients of one domain, whoever writes to them; null: no limit */
            domainPerDay: number | null;
            mailboxPerDay: number;
            mailboxPerMinute: number;
            /** @description null: no limit */
            orgPerDay: number | null;
            userPerDay: number;
        };
        SendingLimitsPage: {
            ceilings: {
                google: components["schemas"]["VendorCeiling"];
                microsoft: components["schemas"]["VendorCeiling"];
            };
            defaults: components["schemas"]["SendingLimitsOutput"];
            limits: components["schemas"]["SendingLimitsOutput"];
            updatedAt: string | null;
            updatedBy: string | null;
        };
        Settlement: {
            /** @enum {string} */
            decision: "look_again" | "mark_as_sent" | "send_again";
        };
        /** @enum {string} */
        SmtpSecurity: "tls" | "starttls" | "none";
        TaskChoices: {
            /** @description The rep first, then the colleagues by name */
            assignees: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            /** @description Of the org, in its order; empty when the rep may not set the priority */
            priorities: {
                isDefault: boolean;
                label: string;
                value: string;
            }[];
        };
        TaskProgress: {
            /** @description Why it is not in Salesforce, a sentence for people */
            reason: string | null;
            /** @enum {string} */
            state: "pending" | "logged" | "failed" | "skipped";
            /** @description The Task in Salesforce */
            taskId: string | null;
            written: {
                /** @description Null for somebody who is no active user any more */
                assigneeId: string | null;
                /** @description Empty once they are in Salesforce */
                details: string;
                dueOn: string | null;
                personId: string | null;
                priority: string | null;
                subject: string;
            };
        };
        Team: {
            /** Format: uuid */
            id: string;
            /** @description Without those whose access has ended */
            memberCount: number;
            name: string;
        };
        TeamList: {
            /** @description Everybody who is invited or active: the team Everyone, which nobody changes */
            everyoneCount: number;
            mostTeams: number;
            teams: components["schemas"]["Team"][];
        };
        TeamPage: {
            /** Format: uuid */
            id: string;
            /** @description Without those whose access has ended */
            memberCount: number;
            members: {
                email: string;
                name: string | null;
                /** @enum {string} */
                state: "invited" | "activated" | "deactivated";
                /** Format: uuid */
                userId: string;
            }[];
            name: string;
        };
        TeamSmtp: {
            hasPassword: boolean;
            host: string;
            port: number;
            security: components["schemas"]["SmtpSecurity"];
            /** @enum {string} */
            state: "working" | "refused";
            stateCode: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            updatedAt: string;
            updatedBy: string | null;
            username: string | null;
        };
        TeamSmtpChange: {
            host: string;
            /** @description Left out: the password stays as it is */
            password?: string;
            port: number;
            security: components["schemas"]["SmtpSecurity"];
            username?: string | null;
        };
        TeamSmtpPage: {
            server: components["schemas"]["TeamSmtp"] | null;
        };
        TeamSmtpTest: {
            server: components["schemas"]["TeamSmtpChange"];
            to: string;
        };
        TeamSmtpTestResult: {
            code: string | null;
            ok: boolean;
            /** @description A sentence for people */
            title: string;
        };
        TeamWords: {
            name: string;
        };
        Template: {
            bodyHtml: string;
            /** @description The owner, and admins where it is shared */
            canEdit: boolean;
            /** @description Null while it is archived */
            categoryId: string | null;
            categoryName: string | null;
            criteria: components["schemas"]["TemplateCriteriaOutput"];
            /** Format: uuid */
            id: string;
            isArchived: boolean;
            isFavourite: boolean;
            isMine: boolean;
            isNonCommercial: boolean;
            /** @description When an email from it was last accepted, of anybody */
            lastUsedAt: string | null;
            name: string;
            notes: string;
            owner: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            replied: number;
            sent: number;
            sharedWith: {
                everyone: boolean;
                teams: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                }[];
            };
            statistics: {
                bounced: number;
                lastUsedAt: string | null;
                /** @description How many people got an email from it */
                people: number;
                replied: number;
                sent: number;
            };
            subject: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            updatedAt: string;
            /** @description For the next save: it is refused when somebody else has saved meanwhile */
            version: number;
        };
        TemplateCategories: {
            /** @description CSS declarations of the block around the words: the font of the org’s emails */
            bodyStyle: string;
            categories: components["schemas"]["TemplateCategory"][];
            /** @description In the order of the user */
            pinned: string[];
            restrictsSharing: boolean;
            /** @description With whom the caller may share; all teams for admins */
            teams: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
        };
        TemplateCategory: {
            /** @description Rename and delete: whoever made it, and admins */
            canChange: boolean;
            /** @description TP-3: who may share into it while sharing is restricted */
            grants: {
                everyone: boolean;
                teams: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                }[];
            };
            /** Format: uuid */
            id: string;
            mayShareInto: boolean;
            name: string;
            /** @description Those that the caller sees, without archived ones */
            templates: number;
        };
        TemplateCategoryGrants: {
            everyone: boolean;
            teamIds: string[];
        };
        TemplateCategoryWords: {
            name: string;
        };
        TemplateCriteria: {
            /** @enum {string} */
            join: "all" | "any";
            list: {
                /** @enum {string} */
                condition: "equals" | "not_equals" | "contains" | "not_contains";
                /** @description The name of a dynamic field, such as `title` */
                field: string;
                value: string;
            }[];
        };
        TemplateCriteriaOutput: {
            /** @enum {string} */
            join: "all" | "any";
            list: {
                /** @enum {string} */
                condition: "equals" | "not_equals" | "contains" | "not_contains";
                /** @description The name of a dynamic field, such as `title` */
                field: string;
                value: string;
            }[];
        };
        TemplateEmails: {
            cursor: string | null;
            emails: {
                /**
                 * Format: date-time
                 * @description UTC, ISO 8601
                 */
                createdAt: string;
                /** Format: uuid */
                id: string;
                personId: string | null;
                personName: string | null;
                recordId: string;
                repliedAt: string | null;
                sentAt: string | null;
                state: components["schemas"]["SalesEmailState"];
                subject: string;
            }[];
        };
        TemplateList: {
            cursor: string | null;
            templates: components["schemas"]["TemplateRow"][];
            total: number;
        };
        TemplatePicker: {
            /** @description False when Salesforce could not be asked about the person */
            areRecommendedKnown: boolean;
            cursor: string | null;
            pinned: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            /** @description TP-8, only on the first page */
            recommended: components["schemas"]["TemplatePickerRow"][];
            /** @description Favourites first, then what the rep used last, then by name */
            templates: components["schemas"]["TemplatePickerRow"][];
            total: number;
        };
        TemplatePickerRow: {
            categoryName: string;
            /** Format: uuid */
            id: string;
            isFavourite: boolean;
            isMine: boolean;
            name: string;
            ownerName: string;
            /** @description The first 120 characters of its text */
            snippet: string;
            subject: string;
        };
        TemplateRow: {
            /** @description The owner, and admins where it is shared */
            canEdit: boolean;
            /** @description Null while it is archived */
            categoryId: string | null;
            categoryName: string | null;
            /** Format: uuid */
            id: string;
            isArchived: boolean;
            isFavourite: boolean;
            isMine: boolean;
            isNonCommercial: boolean;
            /** @description When an email from it was last accepted, of anybody */
            lastUsedAt: string | null;
            name: string;
            owner: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            replied: number;
            sent: number;
            sharedWith: {
                everyone: boolean;
                teams: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                }[];
            };
            subject: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            updatedAt: string;
        };
        TemplateSharing: {
            /**
             * Format: uuid
             * @description TP-2: moves it there in the same step
             */
            categoryId?: string;
            everyone: boolean;
            teamIds: string[];
        };
        TemplateSharingPolicy: {
            restrictsSharing: boolean;
        };
        TemplateSharingPolicyOutput: {
            restrictsSharing: boolean;
        };
        TemplateWords: {
            bodyHtml: string;
            /** Format: uuid */
            categoryId: string;
            criteria: components["schemas"]["TemplateCriteria"];
            isNonCommercial: boolean;
            name: string;
            notes: string;
            subject: string;
            /** @description The version that was shown */
            version: number;
        };
        TextToCheck: {
            bodyHtml: string;
            /**
             * @description As whom it would leave; null: the default one
             * @default null
             */
            identityId?: string | null;
            personIds: string[];
            /** @description The record whose page the rep acts from */
            recordId: string;
            subject: string;
        };
        UnloggedWrite: {
            code: string | null;
            /** @enum {string} */
            fact: "email_sent" | "email_replied" | "email_bounced" | "email_failed" | "content_viewed" | "mailbox_connected" | "delivery_channel_connected" | "salesforce_connected" | "mailbox_reconnect_required" | "salesforce_reconnect_required" | "limits_changed" | "user_access_ended" | "salesforce_user_inactive" | "org_stopped";
            /**
             * @description A record of its own, or a change of the Task of the email
             * @enum {string}
             */
            mode: "create" | "update";
            /** @description A sentence for people */
            reason: string;
            /** @enum {string} */
            state: "pending" | "logged" | "failed" | "skipped";
        };
        Unseen: {
            unseen: number;
        };
        UploadLink: {
            /**
             * Format: uri
             * @description For 10 minutes it takes the bytes by POST, as application/octet-stream, and answers 201 with the Attachment, or with a problem. It names org and user, and needs no session
             */
            url: string;
        };
        UsedTemplate: {
            bodyHtml: string;
            isNonCommercial: boolean;
            name: string;
            subject: string;
            /** Format: uuid */
            templateId: string;
        };
        User: {
            activatedAt: string | null;
            email: string;
            /** @description Of a deactivated user: why, and what became of the grants */
            endedAccess: components["schemas"]["EndedAccess"] | null;
            /** Format: uuid */
            id: string;
            invitationError: string | null;
            invitationSentAt: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            invitedAt: string;
            /** @description The invitation is over 30 days old: it opens nothing and holds no seat */
            isInvitationExpired: boolean;
            /** @description When the panel or the app was last opened, to the hour */
            lastActiveAt: string | null;
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
            /** @description The user's own connection to Salesforce; `api_disabled`: Salesforce does not give the user API Enabled */
            salesforce: ("connected" | "api_disabled" | "reconnect_required" | "disconnected") | null;
            /** @enum {string} */
            state: "invited" | "activated" | "deactivated";
        };
        UserList: {
            /** @description When everybody was last asked for API Enabled */
            apiAccessCheckedAt: string | null;
            mailboxTroubles: {
                /** @enum {string} */
                kind: "blocked" | "full" | "silent";
                /** Format: uuid */
                userId: string;
            }[];
            /**
             * Format: uuid
             * @description The caller, who cannot end the own access
             */
            meId: string;
            users: components["schemas"]["User"][];
        };
        VendorCeiling: {
            perDay: number;
            perMinute: number;
            /** @enum {string} */
            unit: "emails" | "recipients";
        };
        WelcomeLetterPage: {
            bodyHtml: string;
            isOurs: boolean;
            subject: string;
            tokens: ("first_name" | "invited_by" | "company")[];
            updatedAt: string | null;
            updatedBy: string | null;
        };
        WelcomeLetterPreview: {
            bodyHtml: string;
            button: string;
            company: string;
            footer: string;
            fromName: string;
            subject: string;
            validity: string;
        };
        WelcomeLetterWords: {
            bodyHtml: string;
            subject: string;
        };
    };
    responses: {
        /** @description One of: `validation_failed`, `bad_request`. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description One of: `too_large`. */
        ContentTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Failed in another way. */
        Failed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description One of: `not_activated`, `not_invited`, `admins_only`, `admin_permission_missing`, `package_outdated`. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description One of: `not_found`. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description One of: `rate_limited`. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description One of: `session_invalid`, `session_expired`, `panel_token_invalid`, `panel_token_expired`, `panel_token_replayed`, `panel_token_wrong_audience`, `certificate_expired`, `user_deactivated`. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description One of: `unexpected`. */
        Unexpected: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description One of: `unsupported_media_type`. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AcceptedTask = components['schemas']['AcceptedTask'];
export type ActionReason = components['schemas']['ActionReason'];
export type AdminConsent = components['schemas']['AdminConsent'];
export type ApiAccessCheck = components['schemas']['ApiAccessCheck'];
export type Attachment = components['schemas']['Attachment'];
export type BlockingLimit = components['schemas']['BlockingLimit'];
export type BouncedPerson = components['schemas']['BouncedPerson'];
export type BounceKind = components['schemas']['BounceKind'];
export type BounceReason = components['schemas']['BounceReason'];
export type BoundBy = components['schemas']['BoundBy'];
export type BulkCheck = components['schemas']['BulkCheck'];
export type BulkEmail = components['schemas']['BulkEmail'];
export type BulkEmailList = components['schemas']['BulkEmailList'];
export type BulkEmailState = components['schemas']['BulkEmailState'];
export type BulkOutcome = components['schemas']['BulkOutcome'];
export type BulkPerson = components['schemas']['BulkPerson'];
export type BulkProgress = components['schemas']['BulkProgress'];
export type BulkReason = components['schemas']['BulkReason'];
export type BulkSend = components['schemas']['BulkSend'];
export type Certificate = components['schemas']['Certificate'];
export type CheckedPerson = components['schemas']['CheckedPerson'];
export type CheckedRecipient = components['schemas']['CheckedRecipient'];
export type CheckedSchedule = components['schemas']['CheckedSchedule'];
export type Compose = components['schemas']['Compose'];
export type ConsentLink = components['schemas']['ConsentLink'];
export type Content = components['schemas']['Content'];
export type ContentChange = components['schemas']['ContentChange'];
export type ContentList = components['schemas']['ContentList'];
export type ContentViewLink = components['schemas']['ContentViewLink'];
export type DespiteBounce = components['schemas']['DespiteBounce'];
export type Draft = components['schemas']['Draft'];
export type DraftPreview = components['schemas']['DraftPreview'];
export type DraftRow = components['schemas']['DraftRow'];
export type DynamicFieldList = components['schemas']['DynamicFieldList'];
export type EmailConnection = components['schemas']['EmailConnection'];
export type EmailConnectionList = components['schemas']['EmailConnectionList'];
export type EmailContent = components['schemas']['EmailContent'];
export type EmailFont = components['schemas']['EmailFont'];
export type EmailFontPage = components['schemas']['EmailFontPage'];
export type EmailVisibility = components['schemas']['EmailVisibility'];
export type EmailVisibilityPage = components['schemas']['EmailVisibilityPage'];
export type EndedAccess = components['schemas']['EndedAccess'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type FaultCode = components['schemas']['FaultCode'];
export type FieldCheck = components['schemas']['FieldCheck'];
export type FieldProblem = components['schemas']['FieldProblem'];
export type FollowUp = components['schemas']['FollowUp'];
export type Identity = components['schemas']['Identity'];
export type IdentityChange = components['schemas']['IdentityChange'];
export type IdentityList = components['schemas']['IdentityList'];
export type InvitationChecks = components['schemas']['InvitationChecks'];
export type InvitationCsv = components['schemas']['InvitationCsv'];
export type InvitationDraft = components['schemas']['InvitationDraft'];
export type InvitationFile = components['schemas']['InvitationFile'];
export type InvitationResult = components['schemas']['InvitationResult'];
export type Invitations = components['schemas']['Invitations'];
export type KillSwitch = components['schemas']['KillSwitch'];
export type KillSwitchPress = components['schemas']['KillSwitchPress'];
export type KillSwitchReport = components['schemas']['KillSwitchReport'];
export type ListedPeople = components['schemas']['ListedPeople'];
export type ListViews = components['schemas']['ListViews'];
export type LiveFeed = components['schemas']['LiveFeed'];
export type LiveFeedItem = components['schemas']['LiveFeedItem'];
export type MailboxBrief = components['schemas']['MailboxBrief'];
export type MailboxCapabilities = components['schemas']['MailboxCapabilities'];
export type MailboxHealth = components['schemas']['MailboxHealth'];
export type MailboxHealthList = components['schemas']['MailboxHealthList'];
export type MailboxPolicy = components['schemas']['MailboxPolicy'];
export type MailboxPolicyOutput = components['schemas']['MailboxPolicyOutput'];
export type MailboxTier = components['schemas']['MailboxTier'];
export type MailboxTrouble = components['schemas']['MailboxTrouble'];
export type MailboxWatch = components['schemas']['MailboxWatch'];
export type Me = components['schemas']['Me'];
export type MeChange = components['schemas']['MeChange'];
export type MorePeople = components['schemas']['MorePeople'];
export type NewBulkEmail = components['schemas']['NewBulkEmail'];
export type NewContent = components['schemas']['NewContent'];
export type NewFile = components['schemas']['NewFile'];
export type NewIdentity = components['schemas']['NewIdentity'];
export type NewPicture = components['schemas']['NewPicture'];
export type NewTask = components['schemas']['NewTask'];
export type NewTemplate = components['schemas']['NewTemplate'];
export type OAuthClient = components['schemas']['OAuthClient'];
export type OAuthClientChange = components['schemas']['OAuthClientChange'];
export type OAuthClientList = components['schemas']['OAuthClientList'];
export type OptOutPolicy = components['schemas']['OptOutPolicy'];
export type OptOutPolicyPage = components['schemas']['OptOutPolicyPage'];
export type OrgTrust = components['schemas']['OrgTrust'];
export type OwnWords = components['schemas']['OwnWords'];
export type OwnWordsOutput = components['schemas']['OwnWordsOutput'];
export type Panel = components['schemas']['Panel'];
export type PanelSession = components['schemas']['PanelSession'];
export type PanelTab = components['schemas']['PanelTab'];
export type Person = components['schemas']['Person'];
export type PersonList = components['schemas']['PersonList'];
export type PersonRefusal = components['schemas']['PersonRefusal'];
export type Picture = components['schemas']['Picture'];
export type PinnedTemplateCategories = components['schemas']['PinnedTemplateCategories'];
export type PinnedTemplateCategoriesOutput = components['schemas']['PinnedTemplateCategoriesOutput'];
export type Problem = components['schemas']['Problem'];
export type Profile = components['schemas']['Profile'];
export type ProfileChange = components['schemas']['ProfileChange'];
export type Readiness = components['schemas']['Readiness'];
export type RefusedAction = components['schemas']['RefusedAction'];
export type RefusedRecipient = components['schemas']['RefusedRecipient'];
export type ResentInvitations = components['schemas']['ResentInvitations'];
export type Response = components['schemas']['Response'];
export type Responses = components['schemas']['Responses'];
export type RetriedWrites = components['schemas']['RetriedWrites'];
export type RoleChange = components['schemas']['RoleChange'];
export type SalesAction = components['schemas']['SalesAction'];
export type SalesEmail = components['schemas']['SalesEmail'];
export type SalesEmailList = components['schemas']['SalesEmailList'];
export type SalesEmailReason = components['schemas']['SalesEmailReason'];
export type SalesEmailRow = components['schemas']['SalesEmailRow'];
export type SalesEmailState = components['schemas']['SalesEmailState'];
export type SalesforceUserList = components['schemas']['SalesforceUserList'];
export type SaveBulkWords = components['schemas']['SaveBulkWords'];
export type SavedBulkWords = components['schemas']['SavedBulkWords'];
export type SavedDraft = components['schemas']['SavedDraft'];
export type Schedule = components['schemas']['Schedule'];
export type ScheduleOutput = components['schemas']['ScheduleOutput'];
export type SecurityEvent = components['schemas']['SecurityEvent'];
export type SecurityEventList = components['schemas']['SecurityEventList'];
export type SeenUntil = components['schemas']['SeenUntil'];
export type SendingForecast = components['schemas']['SendingForecast'];
export type SendingLimits = components['schemas']['SendingLimits'];
export type SendingLimitsOutput = components['schemas']['SendingLimitsOutput'];
export type SendingLimitsPage = components['schemas']['SendingLimitsPage'];
export type Settlement = components['schemas']['Settlement'];
export type SmtpSecurity = components['schemas']['SmtpSecurity'];
export type TaskChoices = components['schemas']['TaskChoices'];
export type TaskProgress = components['schemas']['TaskProgress'];
export type Team = components['schemas']['Team'];
export type TeamList = components['schemas']['TeamList'];
export type TeamPage = components['schemas']['TeamPage'];
export type TeamSmtp = components['schemas']['TeamSmtp'];
export type TeamSmtpChange = components['schemas']['TeamSmtpChange'];
export type TeamSmtpPage = components['schemas']['TeamSmtpPage'];
export type TeamSmtpTest = components['schemas']['TeamSmtpTest'];
export type TeamSmtpTestResult = components['schemas']['TeamSmtpTestResult'];
export type TeamWords = components['schemas']['TeamWords'];
export type Template = components['schemas']['Template'];
export type TemplateCategories = components['schemas']['TemplateCategories'];
export type TemplateCategory = components['schemas']['TemplateCategory'];
export type TemplateCategoryGrants = components['schemas']['TemplateCategoryGrants'];
export type TemplateCategoryWords = components['schemas']['TemplateCategoryWords'];
export type TemplateCriteria = components['schemas']['TemplateCriteria'];
export type TemplateCriteriaOutput = components['schemas']['TemplateCriteriaOutput'];
export type TemplateEmails = components['schemas']['TemplateEmails'];
export type TemplateList = components['schemas']['TemplateList'];
export type TemplatePicker = components['schemas']['TemplatePicker'];
export type TemplatePickerRow = components['schemas']['TemplatePickerRow'];
export type TemplateRow = components['schemas']['TemplateRow'];
export type TemplateSharing = components['schemas']['TemplateSharing'];
export type TemplateSharingPolicy = components['schemas']['TemplateSharingPolicy'];
export type TemplateSharingPolicyOutput = components['schemas']['TemplateSharingPolicyOutput'];
export type TemplateWords = components['schemas']['TemplateWords'];
export type TextToCheck = components['schemas']['TextToCheck'];
export type UnloggedWrite = components['schemas']['UnloggedWrite'];
export type Unseen = components['schemas']['Unseen'];
export type UploadLink = components['schemas']['UploadLink'];
export type UsedTemplate = components['schemas']['UsedTemplate'];
export type User = components['schemas']['User'];
export type UserList = components['schemas']['UserList'];
export type VendorCeiling = components['schemas']['VendorCeiling'];
export type WelcomeLetterPage = components['schemas']['WelcomeLetterPage'];
export type WelcomeLetterPreview = components['schemas']['WelcomeLetterPreview'];
export type WelcomeLetterWords = components['schemas']['WelcomeLetterWords'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseContentTooLarge = components['responses']['ContentTooLarge'];
export type ResponseFailed = components['responses']['Failed'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseUnexpected = components['responses']['Unexpected'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
