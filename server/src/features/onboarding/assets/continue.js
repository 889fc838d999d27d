// Without JavaScript the person presses the button; the form is the same.
const form = document.querySelector('form[data-continue]');
if (form) form.requestSubmit();
