const button = document.querySelector('[data-keep-ticks]');
const languages = document.querySelector('.languages');

// The answer to a form has none without this script.
languages.hidden = false;
languages.addEventListener('click', event => {
  const link = event.target.closest('a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }

  // A form of its own: Back leads to the page as it was.
  event.preventDefault();
  const form = document.createElement('form');
  form.method = 'post';
  form.action = link.href + place();
  form.hidden = true;
  const fields = new FormData(button.form);
  if (button.name) {
    fields.set(button.name, button.value);
  }

  for (const [name, value] of fields) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }

  document.body.append(form);
  form.submit();
  form.remove();
});

// Where one is on the page: ids are the same in every language.
function place() {
  const middle = innerHeight / 2;
  const passed = [...document.querySelectorAll('main [id]')].filter(one => one.checkVisibility() && one.getBoundingClientRect().top < middle);

  return scrollY > 0 && passed.length > 0 ? `#${passed.at(-1).id}` : '';
}
