// The picture on the wall brings the code in the part of the address that is never sent. It goes into the form, and out of the history.
const field = document.querySelector('[data-code]');

if (location.hash.length > 1) {
  field.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, '', location.pathname + location.search);
}
