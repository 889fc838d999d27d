import { LightningElement, api } from 'lwc';
import dir from '@salesforce/i18n/dir';

import type { FormatState, RichTextEditor } from 'richText';
import { groupsOf, type ToolName } from './buttons';
import { FONTS, SIZES, optionsOf } from './fonts';
import { labels } from './words';

/** What is done with the text when a tool is used. */
export type RichTextCommand = (editor: RichTextEditor) => void;

/** What the editor around the tools may call. */
export interface ToolbarElement extends HTMLElement {
    openLink(): void;
    close(): boolean;
}

/** A tool that needs more than one press stands open below the buttons. */
type OpenTool = 'color' | 'background-color' | 'link' | 'table';

const FIRST_TOOL = 'font-family';

const COMMANDS: Record<Exclude<ToolName, OpenTool | 'picture'>, RichTextCommand> = {
    bold: (editor) => editor.toggleMark('bold'),
    italic: (editor) => editor.toggleMark('italic'),
    underline: (editor) => editor.toggleMark('underline'),
    strikethrough: (editor) => editor.toggleMark('strikethrough'),
    bullet: (editor) => editor.toggleList('bullet'),
    number: (editor) => editor.toggleList('number'),
    outdent: (editor) => editor.outdent(),
    indent: (editor) => editor.indent(),
    start: (editor) => editor.setAlign('start'),
    center: (editor) => editor.setAlign('center'),
    end: (editor) => editor.setAlign('end'),
    clear: (editor) => editor.clearFormatting(),
    undo: (editor) => editor.undo(),
    redo: (editor) => editor.redo()
};

/**
 * The formatting tools of an editor, disabled until there is something to format. Fires `command` with what is to be done, `pictures` with
 * files that were chosen, and `leavetools` when the rep goes back to the text.
 */
export default class RichTextToolbar extends LightningElement {
    /** Undefined while the library has not come. */
    @api state: FormatState | undefined;

    labels = labels;
    openTool: OpenTool | undefined;
    /** The one tool that Tab reaches; arrow keys move from there (WAI-ARIA, toolbar pattern). */
    lastUsed: string = FIRST_TOOL;

    @api
    focus() {
        this.template?.querySelector<HTMLElement>(`[data-tool="${this.reachable}"]`)?.focus();
    }

    /** For Ctrl+K in the text. */
    @api
    openLink() {
        if (this.state) this.openTool = 'link';
    }

    /** Nobody can be led to a button that does nothing. */
    get reachable() {
        const { canUndo = true, canRedo = true } = this.state ?? {};
        const isGone = (this.lastUsed === 'undo' && !canUndo) || (this.lastUsed === 'redo' && !canRedo);
        return isGone ? FIRST_TOOL : this.lastUsed;
    }

    /** Closes a tool that stands open. False when none does. */
    @api
    close(): boolean {
        const wasOpen = this.openTool !== undefined;
        this.openTool = undefined;
        return wasOpen;
    }

    get isDisabled() {
        return !this.state;
    }

    get groups() {
        return groupsOf(this.state, { open: this.openTool, reachable: this.reachable, isFromRight: dir === 'rtl' });
    }

    get fonts() {
        return optionsOf(FONTS, this.state?.styles['font-family'] ?? '', labels.fontUsual);
    }

    get sizes() {
        return optionsOf(SIZES, this.state?.styles['font-size'] ?? '', labels.sizeUsual);
    }

    get fontTabIndex() {
        return this.reachable === 'font-family' ? '0' : '-1';
    }

    get sizeTabIndex() {
        return this.reachable === 'font-size' ? '0' : '-1';
    }

    get isColorOpen() {
        return this.openTool === 'color' || this.openTool === 'background-color';
    }

    get color() {
        return this.openTool === 'background-color' || this.openTool === 'color' ? this.state?.styles[this.openTool] : '';
    }

    get isLinkOpen() {
        return this.openTool === 'link';
    }

    get isTableOpen() {
        return this.openTool === 'table';
    }

    /** The selection stays in the text. */
    handleMouseDown(event: MouseEvent) {
        if ((event.target as HTMLElement).localName !== 'select') event.preventDefault();
    }

    handleButtonClick(event: Event) {
        const name = (event.currentTarget as HTMLElement).dataset['tool'] as ToolName;
        this.lastUsed = name;
        if (name in COMMANDS) this.run(COMMANDS[name as keyof typeof COMMANDS]);
        else if (name === 'picture') (this.refs?.['files'] as HTMLInputElement).click();
        else if (this.openTool === name) this.leave();
        else this.openTool = name as OpenTool;
    }

    handleFilesChange(event: Event) {
        const input = event.target as HTMLInputElement;
        const files = [...(input.files ?? [])];
        // The same file may be chosen again
        input.value = '';
        if (files.length > 0) this.dispatchEvent(new CustomEvent('pictures', { detail: files }));
    }

    handleStyleChange(event: Event) {
        const { dataset, value } = event.target as HTMLSelectElement;
        this.run((editor) => editor.setStyle(dataset['tool'] as 'font-family' | 'font-size', value));
    }

    handleColor(event: CustomEvent<string>) {
        const style = this.openTool as 'color' | 'background-color';
        this.run((editor) => editor.setStyle(style, event.detail));
    }

    handleLink(event: CustomEvent<string>) {
        this.run((editor) => editor.setLink(event.detail));
    }

    handleTable(event: CustomEvent<RichTextCommand>) {
        this.run(event.detail);
    }

    handleKeydown(event: KeyboardEvent) {
        if (event.key === 'Escape') {
            // The window around the editor stays open
            event.stopPropagation();
            event.preventDefault();
            this.leave();
        } else this.moveAlong(event);
    }

    /** Arrow keys inside a choice are the choice's own. */
    moveAlong(event: KeyboardEvent) {
        const tools = [...(this.template?.querySelectorAll<HTMLElement>('[data-tool]:not([disabled])') ?? [])];
        const at = tools.findIndex((tool) => tool.dataset['tool'] === (event.target as HTMLElement).dataset['tool']);
        const forward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
        const steps: Record<string, number> = { ArrowRight: -1, ArrowLeft: -1, [forward]: 1, Home: -at, End: tools.length - 1 - at };
        const step = steps[event.key];
        if (at < 0 || step === undefined) return;
        event.preventDefault();
        const next = tools[(at + step + tools.length) % tools.length];
        this.lastUsed = next?.dataset['tool'] ?? FIRST_TOOL;
        next?.focus();
    }

    run(command: RichTextCommand) {
        this.openTool = undefined;
        this.dispatchEvent(new CustomEvent('command', { detail: command }));
    }

    leave() {
        this.openTool = undefined;
        this.dispatchEvent(new CustomEvent('leavetools'));
    }
}
