/**
 * Stands in for the network of uploads, where the test decides how far each is. Answers them in the order in which they began.
 */
export function serveUploads() {
    /** @type {Upload[]} */
    const uploads = [];
    class Upload {
        /** @type {{ onprogress?: (event: { loaded: number; total: number }) => void }} */
        upload = {};
        /** @type {(() => void) | undefined} */
        onload;
        /** @type {(() => void) | undefined} */
        onerror;
        status = 0;
        responseText = '';
        url = '';
        /** @type {File | undefined} */
        file;
        isAborted = false;
        /** @type {Record<string, string>} */
        headers = {};

        /** @param {string} _method @param {string} url */
        open(_method, url) {
            this.url = url;
        }
        /** @param {string} name @param {string} value */
        setRequestHeader(name, value) {
            this.headers[name] = value;
        }
        /** @param {File} file */
        send(file) {
            this.file = file;
            uploads.push(this);
        }
        abort() {
            this.isAborted = true;
        }
        /** @param {number} percent */
        progress(percent) {
            this.upload.onprogress?.({ loaded: percent, total: 100 });
        }
        /** @param {number} status @param {unknown} body */
        answer(status, body) {
            this.status = status;
            this.responseText = JSON.stringify(body);
            this.onload?.();
        }
        fail() {
            this.onerror?.();
        }
    }
    Object.assign(globalThis, { XMLHttpRequest: Upload });
    return uploads;
}

/**
 * A file of some bytes that takes no room in memory.
 * @param {string} name @param {number} [size] @param {string} [type]
 */
export function fileOf(name, size = 1000, type = '') {
    return Object.defineProperty(new File(['x'], name, { type }), 'size', { value: size });
}
