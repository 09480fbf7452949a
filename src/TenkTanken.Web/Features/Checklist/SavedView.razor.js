const button = document.querySelector('[data-copy]');
const code = document.querySelector('[data-code]');
const status = document.querySelector('[data-copy-status]');

button.hidden = false;
button.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(code.textContent);
    status.textContent = button.dataset.copied;
  } catch {
    // Browsers keep the clipboard from pages on plain http. Then the code is at least marked for the keyboard.
    getSelection().selectAllChildren(code);
    status.textContent = button.dataset.copyFailed;
  }
});
