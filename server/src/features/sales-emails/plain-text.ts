import { compile } from 'html-to-text';

const convert = compile({
  wordwrap: false,
  // A body of a megabyte of nested quotes must not block the process
  limits: { maxInputLength: 2_000_000, maxDepth: 100, ellipsis: '…' },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'], ignoreHref: false } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'table', options: { uppercaseHeaderCells: false } },
  ],
});

/** The text alternative of a body: the same words, links in angle brackets, lists with dashes or numbers. */
export const plainText = (html: string): string => convert(html).replaceAll('\u00a0', ' ').trim();
