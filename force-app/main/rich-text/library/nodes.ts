import { DecoratorNode, type EditorConfig, type LexicalNode, type NodeKey, type SerializedLexicalNode, type Spread } from 'lexical';

import { harmless } from '../lwc/richTextEditor/harmless';

type SerializedPicture = Spread<{ look: PictureLook }, SerializedLexicalNode>;
type SerializedFixed = Spread<{ html: string }, SerializedLexicalNode>;

/** What an `<img>` says. */
export interface PictureLook {
    src: string;
    alt: string;
    width: string;
    height: string;
}

export const LOOKS = ['src', 'alt', 'width', 'height'] as const;

/** A picture in a line of text. */
export class PictureNode extends DecoratorNode<null> {
    __look: PictureLook;

    static override getType(): string {
        return 'picture';
    }

    static override clone(node: PictureNode): PictureNode {
        return new PictureNode(node.__look, node.__key);
    }

    static override importJSON({ look }: SerializedPicture): PictureNode {
        return new PictureNode(look);
    }

    constructor(look: PictureLook, key?: NodeKey) {
        super(key);
        this.__look = look;
    }

    override exportJSON(): SerializedPicture {
        return { ...super.exportJSON(), look: this.__look };
    }

    override createDOM(): HTMLElement {
        const picture = document.createElement('img');
        for (const name of LOOKS) if (this.__look[name] || name === 'alt') picture.setAttribute(name, this.__look[name]);
        const line = document.createElement('span');
        line.append(picture);
        return line;
    }

    override updateDOM(): boolean {
        return false;
    }

    override isInline(): boolean {
        return true;
    }

    override decorate(): null {
        return null;
    }

    override getTextContent(): string {
        return this.__look.alt;
    }
}

/**
 * A part that stays as it is, because this editor has no words for what it looks like: a table that only places things, a rule, a box. It
 * can be chosen, moved past and taken out, not written in.
 */
export class FixedNode extends DecoratorNode<null> {
    __html: string;

    static override getType(): string {
        return 'fixed';
    }

    static override clone(node: FixedNode): FixedNode {
        return new FixedNode(node.__html, node.__key);
    }

    static override importJSON({ html }: SerializedFixed): FixedNode {
        return new FixedNode(html);
    }

    constructor(html: string, key?: NodeKey) {
        super(key);
        this.__html = html;
    }

    override exportJSON(): SerializedFixed {
        return { ...super.exportJSON(), html: this.__html };
    }

    override createDOM(_config: EditorConfig): HTMLElement {
        const part = document.createElement('div');
        part.append(...harmless(this.__html).childNodes);
        return part;
    }

    override updateDOM(): boolean {
        return false;
    }

    override isInline(): boolean {
        return false;
    }

    override decorate(): null {
        return null;
    }

    override getTextContent(): string {
        return harmless(this.__html).textContent ?? '';
    }
}

export function $isPictureNode(node: LexicalNode | null | undefined): node is PictureNode {
    return node instanceof PictureNode;
}

export function $isFixedNode(node: LexicalNode | null | undefined): node is FixedNode {
    return node instanceof FixedNode;
}
