// Makes the text field of the signature an editor. Without JavaScript, or when the editor does not arrive, the field stays and works.
const field = document.getElementById('signature');
const frame = document.getElementById('signature-editor');
const tools = document.getElementById('signature-tools');
const words = document.getElementById('signature-words');
const whole = document.getElementById('signature-html');
const kept = document.getElementById('signature-kept');

const trix = await loadTrix();
configure(trix.config);
await window.customElements.whenDefined('trix-editor');
// What somebody typed meanwhile stays in the field that it was typed into
if (field.value === field.defaultValue) becomeEditor();

/** Its styles stand in signature.css: elements with styles in them, as it makes them, are refused by our content security policy. */
async function loadTrix() {
  const createElement = document.createElement;
  document.createElement = (name, options) => createElement.call(document, name === 'style' ? 'template' : name, options);
  try {
    return (await import('/onboarding/assets/trix.js')).default;
  } finally {
    delete document.createElement;
  }
}

/** What mail cannot show cannot be pasted either. */
function configure({ textAttributes, blockAttributes }) {
  delete textAttributes.strike;
  for (const name of ['heading1', 'quote', 'code']) delete blockAttributes[name];
  // The words that get a link; the colour of the system may be too dark for them
  textAttributes.frozen.style = { backgroundColor: '#cce0ff' };
}

function becomeEditor() {
  const hadFocus = document.activeElement === field;
  const editor = document.createElement('trix-editor');
  const attributes = {
    id: field.id,
    input: words.id,
    toolbar: tools.id,
    'aria-labelledby': 'signature-label',
    'aria-describedby': field.getAttribute('aria-describedby'),
    'aria-multiline': 'true',
  };
  for (const [name, value] of Object.entries(attributes)) editor.setAttribute(name, value);
  field.remove();
  frame.append(editor);
  frame.hidden = false;
  if (kept) kept.hidden = kept.hasAttribute('data-plain-field');
  takeNoFiles(editor);
  worksByKeyboard(editor);
  keepWhole(editor);
  if (hadFocus) editor.focus();
}

function takeNoFiles(editor) {
  editor.addEventListener('trix-file-accept', (event) => event.preventDefault());
  editor.addEventListener('trix-attachment-add', ({ attachment }) => attachment.remove());
}

/** Trix listens to the mouse alone, and takes the Tab key for lists. */
function worksByKeyboard(editor) {
  frame.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Tab') event.stopPropagation();
    },
    true,
  );
  tools.addEventListener('click', ({ target, detail }) => {
    const tool = target.closest('button[data-trix-attribute]');
    if (tool && detail === 0) tool.dispatchEvent(new window.MouseEvent('mousedown', { bubbles: true, cancelable: true }));
  });
  editor.addEventListener('trix-attributes-change', ({ attributes }) => {
    for (const tool of tools.querySelectorAll('button[data-trix-attribute]'))
      tool.setAttribute('aria-pressed', String(Boolean(attributes[tool.dataset.trixAttribute])));
  });
  const link = tools.querySelector('button[aria-expanded]');
  const address = document.getElementById('signature-link');
  editor.addEventListener('trix-toolbar-dialog-show', () => {
    link.setAttribute('aria-expanded', 'true');
    address.focus();
  });
  editor.addEventListener('trix-toolbar-dialog-hide', () => link.setAttribute('aria-expanded', 'false'));
  // Says what is wrong in the browser's words; Trix has English ones
  address.addEventListener('invalid', () => setTimeout(() => showWhatIsWrong(address)));
}

function showWhatIsWrong(address) {
  address.setCustomValidity('');
  if (!address.validity.valid) address.reportValidity();
}

/** The form carries the signature as it came, with what the editor does not show, until something is changed in the editor. */
function keepWhole(editor) {
  const asItCame = whole.value;
  let leaves = false;
  const first = editor.editor.getDocument();
  editor.addEventListener('trix-change', () => {
    whole.value = editor.editor.getDocument().isEqualTo(first) ? asItCame : words.value;
  });
  whole.form.addEventListener('submit', () => (leaves = true));
  window.addEventListener('beforeunload', (event) => {
    if (!leaves && whole.value !== asItCame) event.preventDefault();
  });
}
