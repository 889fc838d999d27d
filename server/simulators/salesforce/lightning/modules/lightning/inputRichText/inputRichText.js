import { LightningElement, api } from 'lwc';
import { BUTTONS } from './buttons';
import { keepCaret, liftLists } from './caret';
import { normalizeLink, sanitize } from './sanitize';

const EMPTY = '<p><br></p>';

/**
 * Editor for formatted text with the interface of the platform's `lightning-input-rich-text`. Fires `change` with the HTML in
 * `detail.value`; an editor without text has the value ''.
 */
export default class InputRichText extends LightningElement {
  @api label = 'Compose text';
  @api labelVisible = false;
  @api required = false;
  @api disabled = false;
  @api messageWhenBadValue = '';
  @api placeholder = '';
  /** Names of the formats on offer; all when not set. */
  @api formats;

  pressed = {};
  isEmpty = true;
  isLinkOpen = false;
  isMarkedValid = true;
  focusedCommand = BUTTONS[0][0].command;

  #value = '';
  #savedRange;
  #isRendered = false;

  @api
  get value() {
    return this.#value;
  }
  set value(html) {
    const clean = toValue(sanitize(html));
    if (clean === this.#value) return;
    this.#value = clean;
    if (this.#isRendered) this.showValue();
  }

  @api
  get valid() {
    return this.isMarkedValid;
  }
  set valid(value) {
    this.isMarkedValid = value !== false && value !== 'false';
  }

  @api
  focus() {
    this.refs.editor.focus();
    // a browser puts the caret before what is written; a person goes on after it
    if (!this.#savedRange) window.getSelection().selectAllChildren(this.refs.editor);
    if (!this.#savedRange) window.getSelection().collapseToStart();
  }

  renderedCallback() {
    if (this.#isRendered) return;
    this.#isRendered = true;
    document.execCommand('defaultParagraphSeparator', false, 'p');
    this.showValue();
  }

  get groups() {
    const isOffered = ({ format }) => !this.formats || this.formats.includes(format);
    return BUTTONS.map((group) => group.filter(isOffered))
      .filter((group) => group.length > 0)
      .map((group) => ({
        key: group[0].command,
        buttons: group.map((button) => {
          const isPressed = Boolean(this.pressed[button.command]);
          const canBePressed = !['link', 'clean'].includes(button.command);
          return {
            ...button,
            pressed: canBePressed ? String(isPressed) : undefined,
            tabIndex: button.command === this.focusedCommand ? '0' : '-1',
            className: `slds-button slds-button_icon slds-button_icon-border-filled${isPressed ? ' pressed' : ''}`,
          };
        }),
      }));
  }
  get editable() {
    return String(!this.disabled);
  }
  get isInvalid() {
    return !this.isMarkedValid;
  }
  get ariaInvalid() {
    return String(this.isInvalid);
  }
  get ariaRequired() {
    return String(Boolean(this.required));
  }
  get elementClass() {
    return `slds-form-element${this.isInvalid ? ' slds-has-error' : ''}`;
  }
  get labelClass() {
    return this.labelVisible ? 'slds-form-element__label' : 'slds-assistive-text';
  }
  get editorClass() {
    return `slds-rich-text-area__content slds-grow editor${this.isEmpty ? ' empty' : ''}`;
  }

  showValue() {
    const { editor } = this.refs;
    editor.innerHTML = this.#value || EMPTY;
    this.isEmpty = this.#value === '';
    this.#savedRange = undefined;
  }

  handleInput() {
    const { editor } = this.refs;
    if (!editor.firstChild) editor.innerHTML = EMPTY;
    this.isEmpty = toValue(editor.innerHTML) === '';
    this.tell();
    this.readState();
  }
  tell() {
    const value = toValue(sanitize(this.refs.editor.innerHTML));
    if (value === this.#value) return;
    this.#value = value;
    this.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  }

  handleKeyDown(event) {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!isCommand) return;
    const key = event.key.toLowerCase();
    if (key === 'k') this.run('link', event);
    else if (event.shiftKey && event.code === 'Digit7') this.run('insertOrderedList', event);
    else if (event.shiftKey && event.code === 'Digit8') this.run('insertUnorderedList', event);
  }
  handlePaste(event) {
    event.preventDefault();
    const html = event.clipboardData.getData('text/html');
    if (html) document.execCommand('insertHTML', false, sanitize(html));
    else document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
  }
  handleDrop(event) {
    const html = event.dataTransfer.getData('text/html');
    if (!html) return;
    event.preventDefault();
    document.execCommand('insertHTML', false, sanitize(html));
  }
  handleSelection() {
    const selection = window.getSelection();
    if (selection.rangeCount > 0) this.#savedRange = selection.getRangeAt(0).cloneRange();
    this.readState();
  }
  readState() {
    const states = BUTTONS.flat().filter(({ command }) => !['link', 'clean'].includes(command));
    this.pressed = Object.fromEntries(states.map(({ command }) => [command, document.queryCommandState(command)]));
  }

  handleToolbarMouseDown(event) {
    // the selection stays in the text
    if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
  }
  handleToolbarClick(event) {
    this.focusedCommand = event.currentTarget.dataset.command;
    this.run(event.currentTarget.dataset.command, event);
  }
  handleToolbarKeyDown(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...this.template.querySelectorAll('button[data-command]')];
    const direction = document.documentElement.dir === 'rtl' ? -step : step;
    const next = buttons[(buttons.indexOf(event.target.closest('button')) + direction + buttons.length) % buttons.length];
    this.focusedCommand = next.dataset.command;
    next.focus();
  }

  run(command, event) {
    event.preventDefault();
    if (this.disabled) return;
    if (command === 'link') {
      this.openLink();
      return;
    }
    this.restoreSelection();
    if (command === 'clean') {
      document.execCommand('removeFormat');
      document.execCommand('unlink');
    } else {
      keepCaret(this.refs.editor, () => {
        document.execCommand(command);
        liftLists(this.refs.editor);
      });
    }
    this.handleInput();
  }
  restoreSelection() {
    const { editor } = this.refs;
    const selection = window.getSelection();
    if (selection.anchorNode && editor.contains(selection.anchorNode)) return;
    editor.focus();
    if (!this.#savedRange || !editor.contains(this.#savedRange.commonAncestorContainer)) return;
    selection.removeAllRanges();
    selection.addRange(this.#savedRange);
  }

  async openLink() {
    this.isLinkOpen = true;
    await Promise.resolve();
    const link = this.linkAtSelection();
    this.refs.address.value = link?.getAttribute('href') ?? '';
    this.refs.address.focus();
  }
  linkAtSelection() {
    const at = this.#savedRange?.startContainer;
    const element = at?.nodeType === Node.TEXT_NODE ? at.parentElement : at;
    return element?.closest?.('a') ?? null;
  }
  handleLinkKeyDown(event) {
    if (event.key === 'Enter') this.handleLinkSave(event);
    if (event.key !== 'Escape') return;
    // the window around the editor stays open
    event.stopPropagation();
    this.handleLinkCancel();
  }
  handleLinkSave(event) {
    event.preventDefault();
    const { value } = this.refs.address;
    const href = normalizeLink(value);
    if (value.trim() && !href) {
      this.refs.address.setCustomValidity('Enter a web address.');
      this.refs.address.reportValidity();
      return;
    }
    const link = this.linkAtSelection();
    this.isLinkOpen = false;
    this.restoreSelection();
    if (link) window.getSelection().selectAllChildren(link);
    if (!href) document.execCommand('unlink');
    else if (window.getSelection().isCollapsed) document.execCommand('insertHTML', false, anchor(href, value.trim()));
    else document.execCommand('createLink', false, href);
    this.handleInput();
  }
  handleLinkInput(event) {
    event.stopPropagation();
    event.target.setCustomValidity('');
  }
  handleLinkCancel() {
    this.isLinkOpen = false;
    this.restoreSelection();
  }
}

function anchor(href, text) {
  const link = document.createElement('a');
  link.setAttribute('href', href);
  link.textContent = text;
  return link.outerHTML;
}

/** What the editor holds when nobody wrote anything is no value. */
function toValue(html) {
  return /<img|<li/i.test(html) || html.replace(/<[^>]*>|&nbsp;|\s/g, '') ? html : '';
}
