/** What the static resource MSI_Rich_Text and the component that loads it say to each other. */

export type TextMark = 'bold' | 'italic' | 'underline' | 'strikethrough';
export type TextStyle = 'color' | 'background-color' | 'font-family' | 'font-size';
export type TextAlign = 'start' | 'center' | 'end';
export type ListKind = 'bullet' | 'number';
export type TableChange = 'rowAbove' | 'rowBelow' | 'columnBefore' | 'columnAfter' | 'deleteRow' | 'deleteColumn' | 'deleteTable';

/** What is true where the caret stands, or of all that is selected. */
export interface FormatState {
    marks: TextMark[];
    /** Empty where the text has the style of the email, or several. */
    styles: Record<TextStyle, string>;
    align: TextAlign;
    list: ListKind | undefined;
    /** Where the link at the caret leads. */
    link: string | undefined;
    /** What a new link would stand on. */
    hasSelection: boolean;
    isInTable: boolean;
    canUndo: boolean;
    canRedo: boolean;
}

/** An editor over one element. Every change that a rep makes is one step of `undo`. */
export interface RichTextEditor {
    /** HTML that means the same at the recipient; empty where nothing is written. */
    html(): string;
    /** Puts other words in the place of all that is there. The caret goes to their start; Undo does not bring the others back. */
    setHtml(html: string): void;
    /** Puts `after` in the place of `before` at the end, where that still stands there untouched. The caret stays. */
    exchangeEnd(before: string, after: string): boolean;
    focus(): void;
    toggleMark(mark: TextMark): void;
    /** An empty value takes the style away. */
    setStyle(style: TextStyle, value: string): void;
    setAlign(align: TextAlign): void;
    /** Makes a list, or ends one of that kind. */
    toggleList(kind: ListKind): void;
    indent(): void;
    outdent(): void;
    /** On the selection, on the link at the caret, or as new text that says where it leads. An empty address removes the link. */
    setLink(href: string): void;
    /** Behind the caret, or on the words that are selected. */
    insertLink(link: Link): void;
    /** At the caret. */
    insertPicture(picture: Picture): void;
    /** At the caret, or in the place of what is selected. */
    insertText(text: string): void;
    insertTable(rows: number, columns: number): void;
    changeTable(change: TableChange): void;
    clearFormatting(): void;
    undo(): void;
    redo(): void;
    /** Gives the element back as it was found, and stops listening. */
    destroy(): void;
}

export interface Link {
    /** What stands in the text where nothing is selected. */
    text: string;
    href: string;
}

export interface Picture {
    src: string;
    /** What it shows, for whoever cannot see it; empty where it only decorates. */
    alt: string;
    /** In px, as it is to be shown. */
    width: number;
    height: number;
}

export interface RichTextListener {
    onChange: (html: string) => void;
    /** Files that were pasted or dropped. They are not in the text until somebody has given them an address (`insertPicture`). */
    onPictures: (files: File[]) => void;
    onState: (state: FormatState) => void;
}

export interface RichTextLibrary {
    /**
     * Takes over an element that can be edited, with the words in it and the caret: what was typed before is kept. Not to be called while
     * an input method is in the middle of a word: that word would be lost.
     */
    createEditor(root: HTMLElement, listener: RichTextListener): RichTextEditor;
}
