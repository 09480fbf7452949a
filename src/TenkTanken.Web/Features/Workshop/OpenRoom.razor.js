// The address by which this browser knows the site is the one phones can use too, unless it is one of this machine's alone.
const field = document.querySelector('[data-guessed]');

if (field && !['localhost', '[::1]'].includes(location.hostname) && !location.hostname.startsWith('127.')) {
  field.value = location.origin;
}
