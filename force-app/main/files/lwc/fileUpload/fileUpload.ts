import lang from '@salesforce/i18n/lang';

import badAnswer from '@salesforce/label/c.Server_BadAnswer';
import offline from '@salesforce/label/c.Server_Offline';
import unreachable from '@salesforce/label/c.Server_Unreachable';

import { callServer, ServerProblem } from 'c/serverApi';
import type { Attachment, NewFile, Problem, UploadLink } from 'service';

export { iconOf, inMegabytes, sizeText } from './fileWords';

/** The same file would be refused again. */
export const REFUSED_FOR_GOOD = [400, 413, 415, 422];

/** One file on its way to the service. */
export class Upload {
    private request: XMLHttpRequest | undefined;
    private isStopped = false;

    /**
     * Resolves with what the service keeps. Rejects with a ServerProblem that people can read, never with anything else; stopped, it does
     * neither. `onProgress` is told how many percent have left. `purpose` chooses the words of a refusal, which are else those of an email.
     */
    async send(file: File, onProgress: (percent: number) => void, purpose?: NewFile['purpose']): Promise<Attachment> {
        const { url } = await callServer<UploadLink>('POST', '/files/upload-links', {
            name: file.name,
            size: file.size,
            ...(purpose && { purpose })
        });
        return new Promise((resolve, reject) => {
            if (this.isStopped) return;
            // Only this tells how far an upload is
            const request = new XMLHttpRequest();
            this.request = request;
            request.open('POST', url);
            request.setRequestHeader('content-type', 'application/octet-stream');
            request.setRequestHeader('accept-language', lang);
            request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? Math.floor((100 * loaded) / total) : 0);
            request.onerror = () => reject(noAnswer());
            request.onload = () => {
                const answer = parse(request.responseText);
                if (request.status === 201 && answer) resolve(answer as Attachment);
                else reject(problemOf(request.status, answer as Partial<Problem> | undefined));
            };
            request.send(file);
        });
    }

    stop(): void {
        this.isStopped = true;
        this.request?.abort();
    }
}

function noAnswer(): ServerProblem {
    return new ServerProblem(navigator.onLine ? { title: unreachable, code: 'unreachable' } : { title: offline, code: 'offline' });
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

function problemOf(status: number, answer: Partial<Problem> | undefined): ServerProblem {
    return new ServerProblem({ ...answer, title: answer?.title ?? badAnswer, code: answer?.code ?? 'bad_answer', status });
}
