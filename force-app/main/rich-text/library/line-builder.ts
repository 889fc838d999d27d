import { $createLineBreakNode, $isElementNode, $isLineBreakNode, $isTextNode, type ElementNode, type LexicalNode } from 'lexical';

import type { TextAlign } from 'richText';
import { $createTextIn, type TextContext } from './text-context';

interface BlockLook {
    /** Undefined for the usual block of this place. */
    make: (() => ElementNode) | undefined;
    align: TextAlign | undefined;
    indent: number;
    dir: 'ltr' | 'rtl' | undefined;
}

const USUAL: BlockLook = { make: undefined, align: undefined, indent: 0, dir: undefined };

/** Puts words, line breaks and pictures together to blocks, with the white space that a browser would show. */
export class LineBuilder {
    readonly blocks: LexicalNode[] = [];
    private block: ElementNode | undefined;
    /** Where words go: the block, or a link in it. */
    private target: ElementNode | undefined;
    private look = USUAL;
    private readonly makeUsual: () => ElementNode;
    private readonly isOneBlock: boolean;

    /** `isOneBlock`: further blocks become lines of the first, as in an item of a list. Lists come between. */
    constructor(makeUsual: () => ElementNode, isOneBlock = false) {
        this.makeUsual = makeUsual;
        this.isOneBlock = isOneBlock;
    }

    $addText(data: string, context: TextContext): void {
        if (context.isPreformatted) {
            for (const [index, line] of data.replace(/\r\n?/g, '\n').split('\n').entries()) {
                if (index > 0) this.$addBreak();
                if (line) this.$append($createTextIn(line, context, this.isInLink()));
            }
            return;
        }
        const text = data.replace(/[ \t\r\n\f]+/g, ' ');
        const shown = this.$endsWithSpace() ? text.replace(/^ /, '') : text;
        if (shown) this.$append($createTextIn(shown, context, this.isInLink()));
    }

    $addBreak(): void {
        this.$append($createLineBreakNode());
    }

    $addInline(node: LexicalNode): void {
        this.$append(node);
    }

    /** Whether a table or a quote may stand here. In an item of a list and in a link their words are lines. */
    takesBlocks(): boolean {
        return !this.isOneBlock && !this.isInLink();
    }

    /** A list in an item of another is an item of its own. */
    $addList(list: LexicalNode): void {
        this.$addBlock(this.isOneBlock ? this.makeUsual().append(list) : list);
    }

    $addBlock(block: LexicalNode): void {
        this.$endBlock();
        this.blocks.push(block);
    }

    /** Words go into this element meanwhile. */
    $inside(element: ElementNode, visit: () => void): void {
        const { target } = this;
        this.target = element;
        visit();
        this.target = target && this.block ? target : this.block;
    }

    $within(look: BlockLook, visit: () => void): void {
        const { look: outer } = this;
        this.look = { ...look, make: look.make ?? outer.make, align: look.align ?? outer.align, indent: look.indent + outer.indent };
        visit();
        this.look = outer;
    }

    $endBlock(): void {
        const { block } = this;
        if (!block) return;
        if (this.target !== block) {
            // A block within a link: the link goes on, on a new line
            this.$addBreak();
            return;
        }
        this.block = undefined;
        this.target = undefined;
        $trimEnd(block);
        const last = this.blocks.at(-1);
        if (this.isOneBlock && $isElementNode(last) && last.getType() === block.getType() && !$isElementNode(last.getFirstChild())) {
            last.append($createLineBreakNode(), ...block.getChildren());
        } else this.blocks.push(block);
    }

    isInLink(): boolean {
        return this.target !== this.block;
    }

    /** A block without words. */
    $addEmpty(): void {
        this.blocks.push(this.$createBlock());
    }

    private $append(node: LexicalNode): void {
        this.block ??= this.$createBlock();
        this.target ??= this.block;
        this.target.append(node);
    }

    private $createBlock(): ElementNode {
        const { make, align, indent, dir } = this.look;
        const block = (this.isOneBlock ? undefined : make)?.() ?? this.makeUsual();
        if (align && align !== 'start') block.setFormat(align);
        if (!this.isOneBlock) block.setIndent(indent);
        if (dir) block.setDirection(dir);
        return block;
    }

    private $endsWithSpace(): boolean {
        const last = this.block?.getLastDescendant();
        if (!last || $isLineBreakNode(last)) return true;
        return $isTextNode(last) && / $/.test(last.getTextContent());
    }
}

/** A space at the end of a block is not shown, and neither is a line break behind its last words. */
function $trimEnd(block: ElementNode): void {
    const end = block.getLastDescendant();
    if ($isLineBreakNode(end)) end.remove();
    const last = block.getLastDescendant();
    if ($isTextNode(last)) {
        const text = last.getTextContent().replace(/ $/, '');
        if (text) last.setTextContent(text);
        else last.remove();
    }
}
