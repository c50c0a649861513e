// Passkeys: asks the device, sends its answer, goes on. Only shown where the browser knows how.
const supported = window.PublicKeyCredential?.parseRequestOptionsFromJSON;
const post = async (path, token, body) => {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Accept': 'application/json', 'Content-Type': 'application/json', 'X-CSRF-TOKEN': token },
    body,
  });
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).code);
  return answer.json();
};
const run = async (form) => {
  const token = form.querySelector('input[name=_csrf]').value;
  if (form.dataset.passkey === 'enrol') {
    const options = await post('/account/passkeys/options', token, '{}');
    const made = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
    return post('/account/passkeys', token, JSON.stringify(made.toJSON()));
  }
  const options = await post('/sign-in/passkey/options', token, '{}');
  const shown = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return post('/sign-in/passkey', token, JSON.stringify(shown.toJSON()));
};
if (supported) document.querySelector('[data-no-passkey]')?.remove();
for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!supported) continue;
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const error = form.querySelector('[data-passkey-error]');
    error.hidden = true;
    try {
      const { home } = await run(form);
      location.assign(form.dataset.to && form.dataset.to !== '/' ? form.dataset.to : home);
    } catch (refused) {
      const proof = { 'confirmation-required': '/account/confirm', 'second-factor-required': '/account/second-factor' }[refused.message];
      if (proof) location.assign(proof + '?to=' + encodeURIComponent(location.pathname));
      else error.hidden = false;
    }
  });
}
