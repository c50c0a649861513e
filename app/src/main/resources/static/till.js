// The till with scripts: the camera, the digit pad, and payments that survive a lost reply.

const home = document.body.dataset.home;
const store = 'till-pending:' + home;
const find = (selector) => document.querySelector(selector);

// Digit pad: large keys write into the field; the phone's own keyboard stays away.
const pad = find('.pad');
if (pad) {
  const field = document.getElementById(pad.dataset.for);
  pad.hidden = false;
  if (matchMedia('(pointer: coarse)').matches) field.inputMode = 'none';
  const press = (key) => {
    const text = field.value;
    const [, decimals] = text.split(/[.,]/);
    if (key === 'erase') field.value = text.slice(0, -1);
    else if (key === 'decimal') field.value = /[.,]/.test(text) ? text : (text || '0') + pad.dataset.decimal;
    else if ((decimals ?? '').length < 2 && text.length < 9) field.value = text + key;
  };
  pad.addEventListener('click', (event) => {
    const key = event.target.closest('[data-key]');
    if (key) press(key.dataset.key);
  });
  const all = find('[data-all]');
  if (all) {
    all.hidden = false;
    all.addEventListener('click', () => { field.value = all.dataset.all; field.focus(); });
  }
  if (!find('#errors, [aria-invalid]')) field.focus();
}

// Payment: kept before it is sent; asked again with the same ticket until there is an answer.
const pay = find('#pay');
if (pay) {
  const status = find('.pay-status');
  let sending = false;
  pay.addEventListener('submit', async (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (sending) return;
    sending = true;
    pay.setAttribute('aria-busy', 'true');
    localStorage.setItem(store, JSON.stringify({
      ticket: pay.elements.ticket.value, amountCents: pay.elements.amountCents.value, text: pay.dataset.amount,
    }));
    status.textContent = pay.dataset.waiting;
    for (const pause of [0, 1000, 2000, 4000]) {
      await new Promise((done) => { setTimeout(done, pause); });
      try {
        const answer = await fetch(pay.action, {
          method: 'POST', body: new URLSearchParams(new FormData(pay)), signal: AbortSignal.timeout(8000),
          headers: { Accept: 'text/html' },
        });
        if (answer.redirected) { location.replace(answer.url); return; }
        if (answer.status < 500) { HTMLFormElement.prototype.submit.call(pay); return; }
      } catch (lost) { /* asked again below */ }
      status.textContent = pay.dataset.again;
    }
    status.textContent = pay.dataset.lost;
    pay.removeAttribute('aria-busy');
    sending = false;
  }, true);
}

// A page that shows what became of a payment settles it, and says it aloud.
const result = find('#result');
if (result) {
  if (result.dataset.settled === 'yes') localStorage.removeItem(store);
  result.querySelector('h1').focus();
  const said = find('#said');
  setTimeout(() => { said.textContent = said.dataset.say; }, 150);
}

// A payment left without an answer is offered again.
const waiting = find('#pending');
const kept = JSON.parse(localStorage.getItem(store) ?? 'null');
if (waiting && kept) {
  const text = waiting.querySelector('[data-text]');
  text.textContent = text.dataset.text.replace('{0}', kept.text);
  const form = waiting.querySelector('form');
  form.elements.ticket.value = kept.ticket;
  form.elements.amountCents.value = kept.amountCents;
  waiting.hidden = false;
}

// Undo counts down and goes.
const undo = find('#undo');
if (undo) {
  const shown = undo.querySelector('.countdown');
  const end = Date.now() + undo.dataset.seconds * 1000;
  const tick = setInterval(() => {
    const left = Math.ceil((end - Date.now()) / 1000);
    shown.textContent = Math.max(0, left);
    if (left <= 0) { clearInterval(tick); undo.hidden = true; }
  }, 500);
}

// Camera: the browser's own detector where there is one, else a decoder fetched at the first tap.
const scanner = find('#scanner');
if (scanner && navigator.mediaDevices) {
  scanner.hidden = false;
  find('.no-script').hidden = true;
  const video = scanner.querySelector('video');
  const status = scanner.querySelector('.scan-status');
  const button = scanner.querySelector('button');

  const detector = async () => {
    if ('BarcodeDetector' in window && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
      const own = new BarcodeDetector({ formats: ['qr_code'] });
      return async () => (await own.detect(video))[0]?.rawValue;
    }
    const { decodeQR } = await import(scanner.dataset.decoder);
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    return async () => {
      const scale = Math.min(1, 720 / Math.max(video.videoWidth, video.videoHeight));
      canvas.width = Math.round(video.videoWidth * scale);
      canvas.height = Math.round(video.videoHeight * scale);
      pen.drawImage(video, 0, 0, canvas.width, canvas.height);
      try {
        return decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height));
      } catch (nothing) {
        return undefined;
      }
    };
  };

  button.addEventListener('click', async () => {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
    } catch (refused) {
      status.textContent = refused.name === 'NotAllowedError' ? scanner.dataset.denied : scanner.dataset.none;
      document.getElementById('code').focus();
      return;
    }
    button.hidden = true;
    scanner.querySelector('.viewfinder').hidden = false;
    status.textContent = scanner.dataset.looking;
    video.srcObject = stream;
    await video.play();
    const look = await detector();
    const again = async () => {
      const text = video.videoWidth ? await look() : undefined;
      if (text) {
        for (const track of stream.getTracks()) track.stop();
        navigator.vibrate?.(60);
        const form = document.getElementById('code-form');
        form.elements.code.value = text;
        form.submit();
      } else {
        setTimeout(again, 120);
      }
    };
    again();
  });
}

// Five idle minutes: nothing stays on the screen.
if (document.body.dataset.locked === 'no') {
  let timer;
  const rest = () => {
    clearTimeout(timer);
    timer = setTimeout(() => find('form.lock').requestSubmit(), 300000);
  };
  for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, rest);
  rest();
}
