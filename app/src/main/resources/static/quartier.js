// What pages gain where a browser runs scripts. Everything works without.

// A form is sent once: a second tap while the first is on its way does nothing.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  form.setAttribute('aria-busy', 'true');
  setTimeout(() => { delete form.dataset.sent; form.removeAttribute('aria-busy'); }, 8000);
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  }
});

// Changing the language keeps what was typed.
const typedKey = 'typed:' + location.pathname;
const fields = () => [...document.querySelectorAll('main input[name], main textarea[name], main select[name]')]
  .filter((field) => !['hidden', 'password', 'file', 'submit'].includes(field.type));
document.querySelector('form.languages')?.addEventListener('submit', () => {
  const typed = fields().map((field) => [field.id, ['checkbox', 'radio'].includes(field.type) ? field.checked : field.value]);
  sessionStorage.setItem(typedKey, JSON.stringify(typed));
});
const typed = sessionStorage.getItem(typedKey);
if (typed) {
  sessionStorage.removeItem(typedKey);
  for (const [id, value] of JSON.parse(typed)) {
    const field = id && document.getElementById(id);
    if (!field) continue;
    if (typeof value === 'boolean') field.checked = value; else field.value = value;
  }
}

// After a refusal, the summary is read first.
document.getElementById('errors')?.focus();

// On a phone a table's rows read downwards: each cell carries the name of its column.
const label = () => {
  for (const box of document.querySelectorAll('.table:not(.labelled)')) {
    const names = [...box.querySelectorAll('thead th')].map((head) => head.querySelector('.aloud') ? '' : head.textContent.trim());
    if (!names.length || box.querySelector('[colspan]')) continue;
    for (const row of box.querySelectorAll('tbody tr, tfoot tr')) {
      [...row.cells].forEach((cell, column) => { if (column > 0) cell.dataset.label = names[column] ?? ''; });
    }
    box.classList.add('labelled');
  }
};
label();
document.addEventListener('htmx:afterSettle', label);
