import { LightningElement } from 'lwc';
import { afterPaint } from 'c/afterPaint';

/**
 * Draws what is in it once the page around has been painted: for parts that take long to draw and that nobody reads first. Until then it shows
 * the slot `before`, which takes the same room.
 */
export default class DrawnLater extends LightningElement {
    isDrawn = false;

    connectedCallback() {
        afterPaint(() => {
            this.isDrawn = true;
        });
    }
}
