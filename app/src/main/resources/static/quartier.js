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
(document.getElementById('errors') ?? document.querySelector('main [aria-invalid]'))?.focus();

// On a phone a table's rows read downwards: each cell carries the name of its column.
const label = () => {
  for (const box of document.querySelectorAll('.table:not(.labelled)')) {
    const heads = [...box.querySelectorAll('thead th')];
    if (!heads.length || box.querySelector('thead [colspan], [rowspan]')) continue;
    const names = heads.map((head) => head.querySelector('.aloud') || 'quiet' in head.dataset ? '' : head.textContent.trim());
    for (const row of box.querySelectorAll('tbody tr, tfoot tr')) {
      let column = 0;
      for (const cell of row.cells) {
        if (column > 0) cell.dataset.label = names[column] ?? '';
        column += cell.colSpan;
        if (cell.childNodes.length > 1) {
          const inside = document.createElement('div');
          inside.append(...cell.childNodes);
          cell.append(inside);
        }
      }
    }
    box.classList.add('labelled');
  }
};
label();
document.addEventListener('htmx:afterSettle', label);
