import tooLarge from '@salesforce/label/c.SalesEmail_Compose_PictureTooLarge';
import unreadable from '@salesforce/label/c.SalesEmail_Compose_PictureUnreadable';

import { formatLabel } from 'c/labels';
import { callServer, ServerProblem } from 'c/serverApi';
import type { NewPicture, Picture } from 'service';
import { fitForEmail } from './fitForEmail';
import { readStart, typeOf } from './pictureType';

/** As the service has it (`email-pictures/limits.ts`); it says so of what comes near, and here of what it would not read to the end. */
const MOST_BYTES = 2_000_000;

/**
 * Keeps a picture at the service and resolves with its address for the body of an email, and its size. What is wide or large is scaled down
 * first; what mail programs do not all show becomes PNG or JPEG where the browser can read it. A GIF stays as it is, because it may move.
 * Rejects with a ServerProblem that people can read, never with anything else.
 */
export async function uploadPicture(file: Blob): Promise<{ src: string; width: number; height: number }> {
    const picture = await prepare(file);
    if (picture.size > MOST_BYTES) {
        const title = formatLabel(tooLarge, megabytes(picture.size), megabytes(MOST_BYTES));
        throw new ServerProblem({ title, code: 'picture_too_large', status: 413 });
    }
    const body: NewPicture = { content: await base64Of(picture) };
    return callServer<Picture>('POST', '/pictures', body);
}

async function prepare(file: Blob): Promise<Blob> {
    try {
        const start = await readStart(file);
        return typeOf(start) === 'image/gif' ? file : await fitForEmail(file, start);
    } catch {
        throw new ServerProblem({ title: unreadable, code: 'picture_type_refused', status: 415 });
    }
}

/** Rounded up, so that none is refused for having what fits. */
function megabytes(bytes: number): number {
    return Math.ceil(bytes / 100_000) / 10;
}

function base64Of(blob: Blob): Promise<string> {
    return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => {
            const url = String(reader.result);
            resolve(url.slice(url.indexOf(',') + 1));
        };
        // The file was moved or its drive taken out meanwhile
        reader.onerror = () => reject(new ServerProblem({ title: unreadable, code: 'picture_type_refused', status: 415 }));
        reader.readAsDataURL(blob);
    });
}
