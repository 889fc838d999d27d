import { hasPhotoMetadata, typeOf } from './pictureType';

/** Twice what a mail program shows of an email, for screens with fine dots. */
const MOST_WIDTH = 1_600;
/** As the service has it. */
const MOST_HEIGHT = 10_000;
/** Two or three such pictures fit into one email. */
const MOST_BYTES = 1_000_000;
const JPEG_QUALITY = 0.85;
/** Of width and height, as long as it is too large. */
const SMALLER = 0.75;
const LEAST_WIDTH = 200;
const COPY_SIZE = 64;

/**
 * A picture as it leaves: as it is where it is small and every mail program shows it, else drawn anew. A photo from a camera is always
 * drawn anew, upright and without the place where it was taken. Rejects when the browser cannot read it.
 */
export async function fitForEmail(file: Blob, start: string): Promise<Blob> {
    const bitmap = await createImageBitmap(file);
    try {
        const isShown = typeOf(start) !== undefined && !hasPhotoMetadata(start);
        if (isShown && bitmap.width <= MOST_WIDTH && bitmap.height <= MOST_HEIGHT && file.size <= MOST_BYTES) return file;
        return await drawAnew(bitmap, typeOf(start) === 'image/jpeg');
    } finally {
        bitmap.close();
    }
}

/** What has no photo's grain is sharper and often smaller as PNG; what you can look through can be nothing else. */
async function drawAnew(bitmap: ImageBitmap, isPhoto: boolean): Promise<Blob> {
    let scale = Math.min(1, MOST_WIDTH / bitmap.width, MOST_HEIGHT / bitmap.height);
    for (;;) {
        const canvas = draw(bitmap, scale);
        // Each try needs the one before
        // eslint-disable-next-line no-await-in-loop
        let drawn = await toBlob(canvas, isPhoto ? 'image/jpeg' : 'image/png');
        // eslint-disable-next-line no-await-in-loop
        if (drawn.size > MOST_BYTES && !isPhoto && !canSeeThrough(bitmap)) drawn = await toBlob(canvas, 'image/jpeg');
        if (drawn.size <= MOST_BYTES || canvas.width <= LEAST_WIDTH) return drawn;
        scale *= SMALLER;
    }
}

function draw(bitmap: ImageBitmap, scale: number): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = contextOf(canvas);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return canvas;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The browser has no room for this picture.');
    return context;
}

/** Looks at a small copy: under Lightning Web Security each look at a number of an array costs a call. */
function canSeeThrough(bitmap: ImageBitmap): boolean {
    const canvas = draw(bitmap, Math.min(1, COPY_SIZE / bitmap.width, COPY_SIZE / bitmap.height));
    const { data } = contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 255) < 255) return true;
    return false;
}

function toBlob(canvas: HTMLCanvasElement, type: 'image/png' | 'image/jpeg'): Promise<Blob> {
    return new Promise((resolve, reject) => {
        const take = (blob: Blob | null): void => (blob ? resolve(blob) : reject(new Error('The picture cannot be drawn.')));
        canvas.toBlob(take, type, JPEG_QUALITY);
    });
}
