// The merchant's board while it stays open: says when an order comes, and rings once somebody asked for it.

const box = document.getElementById('arrivals');
const button = document.getElementById('sound');
const silent = document.getElementById('silent');
const stored = 'order-sound';
const every = 10_000;
const title = document.title;
let sound = null;
let newest;

const wanted = () => localStorage.getItem(stored) === 'on';

// Browsers let a page ring only after it was touched.
const wake = async () => {
  sound ??= new AudioContext();
  if (sound.state === 'suspended') await sound.resume().catch(() => {});
  silent.hidden = sound.state === 'running';
};

const ring = () => {
  if (!wanted() || sound?.state !== 'running') return;
  [[0, 880], [0.18, 1175], [0.36, 1568]].forEach(([after, pitch]) => {
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    const at = sound.currentTime + after;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.25, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.5);
    tone.connect(volume).connect(sound.destination);
    tone.start(at);
    tone.stop(at + 0.5);
  });
};

const show = () => {
  button.textContent = wanted() ? button.dataset.on : button.dataset.off;
  silent.hidden = !wanted() || sound?.state === 'running';
};
button.addEventListener('click', async () => {
  localStorage.setItem(stored, wanted() ? 'off' : 'on');
  if (wanted()) {
    await wake();
    ring();
  }
  show();
});
addEventListener('pointerdown', () => { if (wanted()) wake(); }, { once: true });
button.hidden = false;
show();

const look = async () => {
  try {
    const answer = await fetch(box.dataset.source, { headers: { Accept: 'application/json' } });
    if (answer.ok && !answer.redirected) {
      const now = await answer.json();
      // Ids grow with time: an answered order leaves an older one in front, which is no news.
      if (newest !== undefined && now.newest > newest) {
        box.querySelector('[role=status]').replaceChildren(box.querySelector('template').content.cloneNode(true));
        ring();
      }
      if (newest === undefined || now.newest > newest) newest = now.newest ?? '';
      document.title = (now.waiting ? `(${now.waiting}) ` : '') + title;
    }
  } catch {
    // No network now; the next look may have it.
  }
  setTimeout(look, every);
};
look();
