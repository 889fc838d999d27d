import { afterPaint } from 'c/afterPaint';

type Root = Pick<ParentNode, 'querySelector'>;

/** Where the focus of a window goes. The platform gives it to the title of a window once, a frame after it has drawn it. */
export class WindowFocus {
    private next: string | undefined;
    private holdsTitle = false;
    private hasTakenBack = false;

    /** The first that matches gets the focus, once it is drawn. */
    give(selector: string): void {
        this.next = selector;
    }

    /** To be told whenever the window has been drawn. */
    noteDrawn(root: Root | null): void {
        if (!this.holdsTitle) this.holdTitle(root);
        this.holdsTitle = true;
        this.move(root);
    }

    move(root: Root | null): void {
        const target = this.next && root?.querySelector<HTMLElement>(this.next);
        if (!target) return;
        this.next = undefined;
        target.focus();
    }

    /** True the first time: where the platform comes later than expected, the focus goes back. */
    takesBack(): boolean {
        if (this.hasTakenBack) return false;
        this.hasTakenBack = true;
        return true;
    }

    /** The rep may be typing already. An inert title cannot have the focus, and the subject does not say in red that it was left empty. */
    private holdTitle(root: Root | null): void {
        const title = root?.querySelector<HTMLElement>('lightning-modal-header');
        if (!title) return;
        title.inert = true;
        afterPaint(() => {
            title.inert = false;
        });
    }
}
